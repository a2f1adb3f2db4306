"""Outgoing documents of the demonstration, in every state; signed in the PDF with the demonstration's own keys."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from motcua.office.documents.acts import afterwards
from motcua.office.documents.acts.asking import sign_with
from motcua.office.documents.acts.drafting import approve, draft
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.acts.signing import seal_on_paper, sign_on_paper
from motcua.office.documents.models import Capacity, Mode, OutgoingDocument, Secrecy
from motcua.office.documents.told import Draft, OfHouse
from motcua.office.dossiers.demonstration.cast import Office
from motcua.office.dossiers.demonstration.scans import scanned
from motcua.office.dossiers.models import Dossier
from motcua.office.people.models import Role
from motcua.worktime.timeline import ZONE

Moments = Iterator[datetime]
RECIPIENTS = ("Như trên", "Lưu: VT")
SAID = "Ủy ban nhân dân xã thông báo để cán bộ và người dân biết, thực hiện (văn bản minh họa)."
BASES = "Xét đề nghị của {{ chu_ho_so }} tại hồ sơ {{ ma_ho_so }};"
RESULT = (
    "Chấp thuận đề nghị của {{ chu_ho_so }}: {{ noi_dung_de_nghi }} (văn bản minh họa, không có giá trị pháp lý).\n"
    "Quyết định này có hiệu lực từ ngày ký."
)


@dataclass
class Writing:
    """One document on its way; `at` is the moment of the act that comes next."""

    office: Office
    told: Draft
    at: datetime
    rng: random.Random
    document: OutgoingDocument = field(init=False)

    def later(self) -> Moments:
        self.at = self.office.schedule.next_open(self.at + timedelta(minutes=self.rng.randint(5, 25)))
        yield self.at


def told(office: Office, subject: str, body: str = SAID) -> Draft:
    """A notice of the unit, signed by its head for the committee."""
    return Draft(
        unit=office.unit, kind="notice", subject=subject, recipients=RECIPIENTS, signer=office.officers[Role.HEAD],
        content=OfHouse("notice", {"body": body}), mode=Mode.BODY,
    )  # fmt: skip


def drafted(one: Writing) -> Moments:
    yield one.at
    one.document = draft(one.told, by=one.office.officers[Role.SPECIALIST], at=one.at)


def approved(one: Writing) -> Moments:
    yield from drafted(one)
    yield from _approved(one)


def signed(one: Writing) -> Moments:
    yield from approved(one)
    yield from _signed(one)


def numbered(one: Writing) -> Moments:
    yield from signed(one)
    yield from _numbered(one)


def issued(one: Writing) -> Moments:
    yield from drafted(one)
    yield from _from_draft_to_issue(one)


def on_paper(one: Writing) -> Moments:
    """Signed by hand, sealed by hand, scanned by the clerk."""
    yield from approved(one)
    yield from one.later()
    sign_on_paper(one.document.pk, by=one.office.officers[Role.HEAD], at=one.at)
    yield from _numbered(one)
    yield from one.later()
    seal_on_paper(one.document.pk, scan=scanned(1), by=one.office.officers[Role.CLERK], at=one.at)
    yield from _issued(one)


def replaced(one: Writing) -> Moments:
    """A mistake in it: another document takes its place."""
    yield from issued(one)
    yield from one.later()
    again = replace(one.told, subject=f"{one.told.subject} (thay thế)")
    specialist = one.office.officers[Role.SPECIALIST]
    one.document = afterwards.replace(one.document.pk, again, by=specialist, at=one.at)
    yield from _from_draft_to_issue(one)


def recalled(one: Writing) -> Moments:
    yield from issued(one)
    yield from one.later()
    head = one.office.officers[Role.HEAD]
    afterwards.recall(one.document.pk, reason="Ban hành nhầm nội dung.", by=head, at=one.at)


def result(office: Office, dossier: Dossier, at: datetime, rng: random.Random) -> Moments:
    """The document that is the result of the dossier, issued."""
    whole = told(office, f"Kết quả giải quyết hồ sơ {dossier.code}")
    decided = OfHouse("decision", {"bases": BASES, "articles": RESULT})
    one = Writing(office, replace(whole, kind="decision", content=decided, dossier_code=dossier.code), at, rng)
    yield from issued(one)


PLAYED: tuple[tuple[Callable[[Writing], Moments], str, Secrecy], ...] = (
    (issued, "Lịch tiếp công dân", Secrecy.OPEN),
    (replaced, "Lịch trực Bộ phận Một cửa", Secrecy.OPEN),
    (recalled, "Thời gian kiểm tra phòng cháy", Secrecy.OPEN),
    (on_paper, "Kế hoạch ra quân vệ sinh môi trường", Secrecy.OPEN),
    (on_paper, "Nội dung minh họa", Secrecy.SECRET),
    (issued, "Kết quả khảo sát hài lòng của người dân", Secrecy.OPEN),
    (numbered, "Tuyển chọn công dân nhập ngũ", Secrecy.OPEN),
    (numbered, "Lịch tiêm phòng gia súc", Secrecy.OPEN),
    (signed, "Tiếp nhận hồ sơ ngoài giờ hành chính", Secrecy.OPEN),
    (approved, "Lịch cắt điện bảo trì lưới điện", Secrecy.OPEN),
    (approved, "Hỗ trợ thanh toán không dùng tiền mặt tại Bộ phận Một cửa", Secrecy.OPEN),
    (approved, "Tổ chức ngày hội chuyển đổi số", Secrecy.OPEN),
    (drafted, "Lịch họp giao ban quý", Secrecy.OPEN),
)  # the last ones stay where they are: they begin on the last days


def courses(office: Office, days: list[date], rng: random.Random) -> Iterator[Moments]:
    """One document of each course, the first ones on earlier days, the last ones on the last."""
    last = days[-len(PLAYED) :] if len(days) >= len(PLAYED) else [days[0]] * (len(PLAYED) - len(days)) + days
    for (course, subject, secrecy), day in zip(PLAYED, last, strict=True):
        opens = datetime.combine(day, office.schedule.windows_on(day)[0].start, ZONE)
        whole = replace(told(office, subject), secrecy=secrecy)
        yield course(Writing(office, whole, opens + timedelta(minutes=15), rng))


def _from_draft_to_issue(one: Writing) -> Moments:
    yield from _approved(one)
    yield from _signed(one)
    yield from _numbered(one)
    yield from one.later()
    assert one.office.seal is not None, "a unit that signs digitally"  # noqa: S101
    clerk = one.office.officers[Role.CLERK]
    sign_with(one.office.seal, one.document.pk, Capacity.AGENCY, by=clerk, at=one.at)
    yield from _issued(one)


def _approved(one: Writing) -> Moments:
    yield from one.later()
    approve(one.document.pk, by=one.office.officers[Role.HEAD], at=one.at)


def _signed(one: Writing) -> Moments:
    yield from one.later()
    assert one.office.own_key is not None, "a head who signs digitally"  # noqa: S101
    head = one.office.officers[Role.HEAD]
    sign_with(one.office.own_key, one.document.pk, Capacity.PERSON, by=head, at=one.at)


def _numbered(one: Writing) -> Moments:
    yield from one.later()
    number(one.document.pk, by=one.office.officers[Role.CLERK], at=one.at)


def _issued(one: Writing) -> Moments:
    yield from one.later()
    issue(one.document.pk, by=one.office.officers[Role.CLERK], at=one.at)
