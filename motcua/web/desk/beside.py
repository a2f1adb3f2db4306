"""What only some dossiers have, as their page shows it: book lines, witnesses, residence, archive, council, legs."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from motcua.language import Words, grouped, say
from motcua.office.dossiers.acts.special import archive_by
from motcua.office.dossiers.models import (
    ArchiveHandover,
    BookEntry,
    BookKind,
    Certification,
    Dossier,
    MediationCase,
    Status,
)
from motcua.office.dossiers.overdue import file_may_close
from motcua.office.people.models import Officer
from motcua.web.desk.reading import readable
from motcua.web.shared.fields import choice_words
from motcua.web.shared.templatetags.words import moment

Fact = tuple[str, str]
CERTIFIED = Words(vi="{document}: {copies} bản × {pages} trang", en="{document}: {copies} copies of {pages} pages")
BY_DAY = Words(vi="chưa nộp, chậm nhất {day}", en="not handed over, by {day}")
CLOSED = Words(vi="Đủ giấy tờ để đóng hồ sơ.", en="All is there to close the file.")
NOT_CLOSED = Words(
    vi="Hồ sơ đã quá hạn: phải có thư xin lỗi đã ký hoặc nguyên nhân do người có thẩm quyền xác nhận.",
    en="The dossier was late: a signed apology or a confirmed cause is needed.",
)


def facts(dossier: Dossier) -> list[Fact]:
    """Name and value of each, in the language in use."""
    return [(say(name), value) for name, value in (*_certified(dossier), *_looked_up(dossier), *_closing(dossier))]


def legs(dossier: Dossier, officer: Officer, on: date) -> list[Mapping[str, Any]]:
    """The parts asked of other units; the officer may open those that they may read."""
    asked = list(dossier.asked_legs.select_related("unit", "taken_in").order_by("pk"))
    mine = set(readable(officer, on).filter(parent=dossier).values_list("pk", flat=True))
    return [{"leg": one, "dossier": one.taken_in, "open": one.taken_in_id in mine} for one in asked]


def _certified(dossier: Dossier) -> Iterator[tuple[Words, str]]:
    found = Certification.objects.filter(dossier=dossier).select_related("certified_by").first()
    if found is not None:
        told = say(CERTIFIED, document=found.document, copies=grouped(found.copies), pages=grouped(found.pages))
        yield Words(vi="Chứng thực", en="Certified"), f"{told} – {found.certified_by.full_name}"
    for line in BookEntry.objects.filter(dossier=dossier).exclude(kind=BookKind.TRACKING).order_by("pk"):
        kind = BookKind(line.kind)
        yield Words(str(kind.label), choice_words(kind, "").en), f"{line.serial}/{line.year}"
    if names := ", ".join(one.person.name for one in dossier.witnesses.select_related("person")):
        yield Words(vi="Người làm chứng", en="Witnesses"), names


def _looked_up(dossier: Dossier) -> Iterator[tuple[Words, str]]:
    for check in dossier.residence_checks.order_by("pk"):
        yield Words(vi="Tra cứu cư trú", en="Residence looked up"), f"{check.method}, {moment(check.checked_at)}"
    council = MediationCase.objects.filter(dossier=dossier).first()
    if council is not None:
        told = f"{council.council_decision_no}, {moment(timezone.localdate(council.council_decided_at))}"
        yield Words(vi="Hội đồng hòa giải", en="Council"), told
    if dossier.version.special == "residence" and dossier.status in (Status.SETTLED, Status.RETURNED):
        yield Words(vi="Tàng thư", en="Archive"), _archived(dossier)


def _archived(dossier: Dossier) -> str:
    done = ArchiveHandover.objects.filter(dossier=dossier).first()
    if done is not None:
        kind = choice_words(done.residence_kind, done.get_residence_kind_display())
        return f"{say(kind)}, {moment(done.handed_over_at)}"
    settled_at = dossier.finished_at or dossier.received_at
    return say(BY_DAY, day=moment(archive_by(timezone.localdate(settled_at))))


def _closing(dossier: Dossier) -> Iterator[tuple[Words, str]]:
    """Whether the file of a result that was returned may be closed."""
    if dossier.status == Status.RETURNED:
        told = CLOSED if file_may_close(dossier, timezone.now()) else NOT_CLOSED
        yield Words(vi="Đóng hồ sơ", en="Closing the file"), say(told)
