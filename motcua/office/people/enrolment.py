"""New accounts, each with its first position; and the first administrator of a unit, whom nobody could appoint."""

import re
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.journal.writing import write
from motcua.office.people import policy
from motcua.office.people.accounts import set_first_password
from motcua.office.people.appointments import Post, placed, said_of
from motcua.office.people.models import Officer, Role, Unit

USERNAME = re.compile(r"^[a-z][a-z0-9._-]{1,59}$", re.ASCII)
NAME = 120
BAD_USERNAME = Words(
    vi="Tên đăng nhập “{username}” không dùng được; hãy dùng từ 2 đến 60 chữ thường không dấu, chữ số, dấu . _ -, "
    "bắt đầu bằng chữ, ví dụ ntlan.",
    en="The sign-in name “{username}” will not do; use 2 to 60 small letters without diacritics, digits, . _ -, "
    "beginning with a letter, for example ntlan.",
)
TAKEN = Words(
    vi="Tên đăng nhập “{username}” đã có người dùng; hãy chọn tên khác.",
    en="The sign-in name “{username}” is taken; choose another.",
)
BAD_NAME = Words(
    vi="Họ tên “{name}” không dùng được: phải có từ 1 đến 120 chữ.",
    en="The name “{name}” will not do: it has 1 to 120 letters.",
)
NO_UNIT = Words(
    vi="Không có đơn vị {unit_id} đang hoạt động; hãy nạp đơn vị bằng lệnh load_units rồi ghi đúng mã, ví dụ "
    "30112-2025.",
    en="There is no unit {unit_id} that exists today; load units with load_units and give its code, for example "
    "30112-2025.",
)
ADMINISTERED = Words(
    vi="{unit} đã có người quản trị ({officers}); chính người đó cấp tài khoản và phân quyền.",
    en="{unit} has an administrator ({officers}), who makes accounts and gives positions.",
)


@transaction.atomic
def enrol(username: str, full_name: str, post: Post, *, by: Officer, at: datetime) -> tuple[Officer, str]:
    """A new account with its first position, and its first password, told once.

    Raises Refusal for a name that is taken or cannot be, and where the position cannot be given.
    """
    term = policy.authorise(by, policy.ADMINISTER, post.unit, None, timezone.localdate(at))
    return _enrolled(username, full_name, post, by=by.username, authority=str(term), at=at)


@transaction.atomic
def first_administrator(username: str, full_name: str, unit_id: str, *, at: datetime) -> tuple[Officer, str]:
    """The account by which a unit begins, made by whoever runs the software.

    Raises Refusal where somebody administers the unit already.
    """
    on = timezone.localdate(at)
    unit = Unit.objects.select_for_update(no_key=True).filter(unit_id=unit_id, valid_from__lte=on).first()
    if unit is None or (unit.valid_to is not None and unit.valid_to < on):
        raise Refusal(NO_UNIT, unit_id=unit_id)
    if there := administrators(unit, on):
        raise Refusal(ADMINISTERED, unit=unit.name, officers=", ".join(one.username for one in there))
    post = Post(unit, Role.ADMINISTRATOR, on)
    return _enrolled(username, full_name, post, by="motcua", authority="first administrator", at=at)


def administrators(unit: Unit, on: date) -> list[Officer]:
    """Who administers the unit that day with an open account, from their place there or above it."""
    own = Q(positions__role=Role.ADMINISTRATOR)
    standing_in = Q(substitutions__position__role=Role.ADMINISTRATOR)
    holders = Officer.objects.filter(own | standing_in, is_active=True).distinct().order_by("username")
    return [one for one in holders if policy.may(one, policy.ADMINISTER, unit, None, on)]


def _enrolled(
    username: str, full_name: str, post: Post, *, by: str, authority: str, at: datetime
) -> tuple[Officer, str]:
    if not USERNAME.match(username):
        raise Refusal(BAD_USERNAME, username=username)
    if Officer.objects.filter(username=username).exists():
        raise Refusal(TAKEN, username=username)
    name = " ".join(full_name.split())
    if not 1 <= len(name) <= NAME:
        raise Refusal(BAD_NAME, name=name)
    made = Officer(username=username, full_name=name, last_seen_at=at)
    password = set_first_password(made)
    made.save(force_insert=True)
    said = said_of(placed(made, post))
    write("officer.enrolled", username, unit=post.unit.unit_id, by=by, authority=authority, at=at, new=said)
    return made, password
