"""What the head arranges before documents are written: letterhead, books of their own, who signs in the head's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.documents.guards.drafting import written
from motcua.office.documents.kinds import kind, kinds
from motcua.office.documents.models import Book, Delegation, Letterhead, Mode
from motcua.office.documents.numbering import GENERAL, SECRET
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import authorise

NAME = Words(vi="tên", en="the name")
DECISION = Words(vi="số quyết định", en="the number of the decision")
TITLE = Words(vi="chức danh", en="the title")
SIGN = Words(vi="chữ viết tắt tên cơ quan", en="the abbreviation of the agency")
NOT_ACTING = Words(
    vi="Giao ký chỉ theo hình thức KT., TL. hoặc TUQ., không phải “{mode}”.",
    en="Others sign as KT., TL. or TUQ., not as “{mode}”.",
)
ENDLESS = Words(
    vi="Ủy quyền ký (TUQ.) phải có thời hạn; hãy ghi ngày kết thúc.",
    en="An authority to sign (TUQ.) is for limited time; write its last day.",
)
WRONG_DAYS = Words(
    vi="Quyết định {decision}: ngày ký phải không sau ngày bắt đầu, ngày kết thúc không trước ngày bắt đầu.",
    en="Decision {decision}: it is signed no later than it begins, and ends no earlier.",
)
ENDED = Words(vi="Việc giao ký này đã kết thúc.", en="This authority to sign has ended already.")
TAKEN = Words(vi="{unit} đã có sổ “{code}”; hãy chọn tên khác.", en="{unit} has a book “{code}”; choose another name.")
NOT_YET = Words(
    vi="Sổ riêng bắt đầu từ ngày 01/01 của một năm sau, để số trong năm không trùng; hãy chọn 01/01/{year} trở đi.",
    en="A book of its own begins on 1 January of a later year, so that no number of a year comes twice; choose "
    "01/01/{year} or a year after it.",
)
TOGETHER = Words(
    vi="Các loại văn bản có cùng ký hiệu phải vào cùng một sổ; hãy chọn thêm: {kinds}.",
    en="Kinds with the same sign are numbered in one book; choose also: {kinds}.",
)


@dataclass(frozen=True)
class Charge:
    """An officer is charged with signing, by a decision. Empty `kinds` are all kinds."""

    officer: Officer
    title: str
    mode: Mode
    from_on: date
    decision: str
    decided_on: date
    kinds: Sequence[str] = ()
    to_on: date | None = None


@dataclass(frozen=True)
class Series:
    """A book of its own for some kinds."""

    code: str
    name: str
    kinds: Sequence[str]
    from_on: date


@transaction.atomic
def delegate(unit: Unit, told: Charge, *, by: Officer, at: datetime) -> Delegation:
    """The head has another sign in their name."""
    term = authorise(by, "document.arrange", unit, None, timezone.localdate(at))
    _fit(told)
    given = Delegation.objects.create(
        unit=unit, officer=told.officer, title=written(told.title, unit, TITLE, 120), mode=told.mode,
        kinds=[kind(code).code for code in told.kinds], from_on=told.from_on, to_on=told.to_on,
        decision=written(told.decision, unit, DECISION, 120), decided_on=told.decided_on, given_by=by, given_at=at,
    )  # fmt: skip
    said = {"officer": told.officer.username, "mode": told.mode, "kinds": given.kinds, "decision": given.decision}
    said |= {"from": told.from_on, "to": told.to_on}
    write(
        "document.delegated", f"delegation {given.pk}", unit=unit.unit_id, by=by.username, authority=str(term), at=at,
        new=said,
    )  # fmt: skip
    return given


@transaction.atomic
def end_delegation(delegation: int, *, on: date, by: Officer, at: datetime) -> Delegation:
    """The last day on which the officer signs in the head's name; never later than it was."""
    given = Delegation.objects.select_for_update(of=("self",)).select_related("unit").get(pk=delegation)
    term = authorise(by, "document.arrange", given.unit, None, timezone.localdate(at))
    if given.to_on is not None and given.to_on < timezone.localdate(at):
        raise Refusal(ENDED)
    given.to_on = max(min(on, given.to_on or on), given.from_on)
    given.save(update_fields=["to_on"])
    write(
        "document.delegation_ended", f"delegation {given.pk}", unit=given.unit.unit_id, by=by.username,
        authority=str(term), at=at, new={"to": given.to_on},
    )  # fmt: skip
    return given


@transaction.atomic
def arrange_letterhead(
    unit: Unit, *, sign: str, head_title: str, body: str = "", by: Officer, at: datetime
) -> Letterhead:
    """How the unit is named in notations and signatures from now on."""
    term = authorise(by, "document.arrange", unit, None, timezone.localdate(at))
    told = {"sign": written(sign, unit, SIGN, 20), "head_title": written(head_title, unit, TITLE, 80)}
    told |= {"body": " ".join(body.split())}
    kept, _ = Letterhead.objects.update_or_create(unit=unit, defaults=told)
    write(
        "document.letterhead", f"unit {unit.unit_id}", unit=unit.unit_id, by=by.username, authority=str(term), at=at,
        new=told,
    )  # fmt: skip
    return kept


@transaction.atomic
def open_book(unit: Unit, told: Series, *, by: Officer, at: datetime) -> Book:
    """Some kinds are numbered in a book of their own from the first day of a year on."""
    today = timezone.localdate(at)
    term = authorise(by, "document.arrange", unit, None, today)
    code = written(told.code, unit, NAME, 20)
    if code in (GENERAL, SECRET) or Book.objects.filter(unit=unit, code=code).exists():
        raise Refusal(TAKEN, unit=unit, code=code)
    if told.from_on <= today or (told.from_on.month, told.from_on.day) != (1, 1):
        raise Refusal(NOT_YET, year=max(today.year, told.from_on.year) + 1)
    _whole(told.kinds)
    said: dict[str, object] = {"name": written(told.name, unit, NAME, 120), "from_on": told.from_on}
    said |= {"kinds": [kind(one).code for one in told.kinds]}
    opened = Book.objects.create(unit=unit, code=code, **said)
    write(
        "document.book_opened", f"book {code}", unit=unit.unit_id, by=by.username, authority=str(term), at=at,
        new=said,
    )  # fmt: skip
    return opened


def _whole(codes: Sequence[str]) -> None:
    """Raises Refusal where a kind is left out that has the same notation: two books would give it the same number."""
    signs = {kind(code).sign for code in codes}
    if left := [one.name for one in kinds().values() if one.sign in signs and one.code not in codes]:
        raise Refusal(TOGETHER, kinds=", ".join(left))


def _fit(told: Charge) -> None:
    if told.mode not in (Mode.FOR, Mode.BY_ORDER, Mode.BY_AUTHORITY):
        raise Refusal(NOT_ACTING, mode=told.mode)
    if told.mode == Mode.BY_AUTHORITY and told.to_on is None:
        raise Refusal(ENDLESS)
    if told.decided_on > told.from_on or (told.to_on is not None and told.to_on < told.from_on):
        raise Refusal(WRONG_DAYS, decision=told.decision)
