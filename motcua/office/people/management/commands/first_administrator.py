"""`manage.py first_administrator USERNAME "FULL NAME" --unit 30112-2025`: the account by which an office begins."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from motcua.language import Refusal, Words, say
from motcua.office.people.enrolment import first_administrator

HELP = Words(
    vi="Cấp tài khoản người quản trị đầu tiên của một đơn vị.", en="Make the account of a unit's first administrator."
)
DONE = Words(
    vi="Đã cấp tài khoản quản trị {username} tại {unit}.\nMật khẩu đầu tiên (chỉ hiện lần này): {password}\n"
    "Khi đăng nhập lần đầu, hãy cài mã xác thực trên điện thoại và đổi mật khẩu.",
    en="The administrator {username} of {unit} has an account.\nThe first password (shown this once): {password}\n"
    "The first sign-in asks to set up one-time codes on a telephone and to change the password.",
)


class Command(BaseCommand):
    help = HELP.vi

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="ntlan")
        parser.add_argument("full_name", metavar='"Nguyễn Thị Lan"')
        parser.add_argument("--unit", required=True, metavar="30112-2025")

    def handle(self, *_: Any, username: str, full_name: str, unit: str, **__: Any) -> None:
        try:
            made, password = first_administrator(username, full_name, unit, at=timezone.now())
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        place = made.positions.get().unit.name
        self.stdout.write(say(DONE, username=username, unit=place, password=password))
