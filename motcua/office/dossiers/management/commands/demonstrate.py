"""`manage.py demonstrate`: a demonstration province into an empty database."""

import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.dossiers.demonstration.cast import ABOVE, COMMUNE
from motcua.office.dossiers.demonstration.keys import CODE, made
from motcua.office.dossiers.demonstration.weeks import play
from motcua.office.exchange.models import Message
from motcua.office.people.models import Officer, Role, Unit
from motcua.office.people.policy import NEEDS_CODE

HELP = Words(
    vi="Nạp một tỉnh trình diễn vào cơ sở dữ liệu trống.", en="Load a demonstration province into an empty database."
)
NOT_EMPTY = Words(
    vi="Cơ sở dữ liệu đã có dữ liệu; bản trình diễn chỉ nạp vào cơ sở dữ liệu trống.",
    en="The database is not empty; the demonstration goes into an empty one only.",
)
DONE = Words(vi="Đã nạp {dossiers} hồ sơ trình diễn.", en="{dossiers} dossiers of the demonstration are in.")
WHO = Words(
    vi="Mật khẩu chung của bản trình diễn: {password}\nTên đăng nhập, xã Mỹ Hiệp (trước 01/7/2025: xã Bình Thạnh):"
    "\n{here}\nTên đăng nhập, tỉnh Đồng Tháp (trước 01/7/2025: huyện Cao Lãnh):\n{above}\n"
    "Người có dấu * cần mã dùng một lần, xem bằng lệnh: {command}",
    en="The password of all of the demonstration: {password}\nSign-ins, Mỹ Hiệp commune (before 1 July 2025: Bình "
    "Thạnh):\n{here}\nSign-ins, Đồng Tháp province (before 1 July 2025: Cao Lãnh district):\n{above}\n"
    "Who bears a * needs a one-time code, shown by: {command}",
)
SIGNS = Words(
    vi="\nKý số (chỉ để trình diễn, không có giá trị pháp lý): người đứng đầu (hoa, son), văn thư (van, ngoc), người "
    "đối chiếu bản số hóa (lan, minh, mai, tuan) "
    "vào trang Chờ ký, đóng dấu (/signing/), bấm Gửi mã xác nhận; mã hiện ở cửa sổ chạy make serve và trong tệp {code}",
    en="\nDigital signing (for demonstration only, without legal value): heads (hoa, son), clerks (van, ngoc), who "
    "compares digital copies (lan, minh, mai, tuan) have a code sent on the page To sign and seal (/signing/); it is "
    "shown where make serve runs and in the file {code}",
)
CODE_COMMAND = "MOTCUA_HOME={home} .venv/bin/python manage.py one_time_code hoa"


class Command(BaseCommand):
    help = HELP.vi

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="nothing where there are data already")

    def handle(self, *_: Any, once: bool, **__: Any) -> None:
        if Unit.objects.exists() or Officer.objects.exists():
            if once:
                return
            raise CommandError(say(NOT_EMPTY))
        password = "-".join(secrets.token_hex(2) for _ in range(4))
        now = timezone.now()
        keys = made(Path(settings.TRUST_LIST).parent, now) if self._signs() else None
        with transaction.atomic():
            played = play(password, now, keys)
            Message.objects.update(sent_at=F("created_at"))  # nobody is called: they are invented
        self._keep(password, signs=keys is not None)
        self.stdout.write(say(DONE, dossiers=played.dossiers))

    def _signs(self) -> bool:
        """Where a trust list is named that is not there yet, beside the data: an office's own is left alone."""
        named = Path(settings.TRUST_LIST) if settings.TRUST_LIST else None
        return named is not None and named.parent == settings.DATA / "signing" and not named.exists()

    def _keep(self, password: str, *, signs: bool) -> None:
        """The sign-ins stand beside the data, readable by their owner alone."""
        file = settings.DATA / "sign-ins.txt"
        file.touch(mode=0o600)
        values = {
            "password": password,
            "here": _listed(COMMUNE),
            "above": _listed(ABOVE),
            "command": CODE_COMMAND.format(home=settings.DATA),
        }
        said = say(WHO, **values) + (say(SIGNS, code=settings.DATA / "signing" / CODE) if signs else "")
        file.write_text(said + "\n", "utf-8")


def _listed(people: dict[Role, tuple[str, str]]) -> str:
    return "\n".join(
        f"  {username}{'*' if role in NEEDS_CODE else ''}: {role.label} ({name})"
        for role, (username, name) in people.items()
    )
