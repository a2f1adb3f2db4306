"""Reviews of procedures: domains assigned for a year, what was reviewed and reported, and what is soon or late."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import authorise
from motcua.office.procedures.models import Review, Version

WARNED_BEFORE = timedelta(days=30)

NO_BASIS = Words(
    vi="Phải ghi kế hoạch hoặc văn bản giao rà soát, ví dụ “05/KH-UBND”.",
    en="The plan or document that assigns the review must be named, for example “05/KH-UBND”.",
)
NO_CONTENTS = Words(
    vi="Phải liệt kê ít nhất một nội dung rà soát, mỗi nội dung một dòng.",
    en="At least one content to review must be listed, one a line.",
)
UNKNOWN_DOMAIN = Words(
    vi="Danh mục không có lĩnh vực “{domain}”; hãy chọn một lĩnh vực của danh mục.",
    en="The catalogue has no domain “{domain}”; choose one of the catalogue.",
)
OTHER_YEAR = Words(
    vi="Hạn rà soát {due} không thuộc năm {year}; phải là một ngày trong năm {year}.",
    en="The review is due on {due}, which is not in {year}; it must be a day of {year}.",
)
REVIEWED = Words(
    vi="Lĩnh vực “{domain}” năm {year} đã rà soát ngày {on}; không giao lại được.",
    en="Domain “{domain}” was reviewed for {year} on {on}; it cannot be assigned again.",
)
NO_REPORT = Words(
    vi="Phải ghi kết quả rà soát và số báo cáo, ví dụ “12/BC-UBND”.",
    en="The result of the review and the number of its report are needed, for example “12/BC-UBND”.",
)
NOT_ASKED = Words(
    vi="Nội dung “{content}” không có trong danh sách được giao của lĩnh vực “{domain}”.",
    en="“{content}” is not among the contents asked for in domain “{domain}”.",
)
SOON = Words(
    vi="Lĩnh vực “{domain}” phải rà soát xong ngày {due}, chưa có kết quả.",
    en="Domain “{domain}” is to be reviewed by {due}; there is no result yet.",
)
LATE = Words(
    vi="Lĩnh vực “{domain}” đã quá hạn rà soát ngày {due}, chưa có kết quả.",
    en="The review of domain “{domain}” was due on {due} and has no result.",
)
EMPTY = Words(
    vi="Lĩnh vực “{domain}” (hạn {due}) rà soát chưa đủ nội dung, còn trống: {contents}.",
    en="The review of domain “{domain}” (due {due}) is short of contents, left empty: {contents}.",
)


@dataclass(frozen=True)
class Lacking:
    """A review that is not done as assigned while its day is near or past; `words` say how."""

    review: Review
    words: Words

    @property
    def values(self) -> dict[str, str]:
        one = self.review
        return {"domain": one.domain, "due": _day(one.due_on), "contents": ", ".join(empty(one))}


@transaction.atomic
def assign_review(  # noqa: PLR0913  what, when, by which paper
    unit: Unit, *, year: int, domain: str, due_on: date, contents: Sequence[str], assigned_by: str, by: Officer,
    at: datetime,
) -> Review:  # fmt: skip
    """Put a domain on the unit's register of a year. Until it is reviewed, assigning it again puts it right."""
    term = authorise(by, "review.assign", unit, domain, timezone.localdate(at))
    told = {"assigned_by": assigned_by.strip(), "due_on": due_on, "contents": _distinct(contents)}
    _assignable(year, domain, told)
    Unit.objects.select_for_update().get(pk=unit.pk)  # two assignments at once would both find no line
    kept = Review.objects.filter(unit=unit, year=year, domain=domain).first()
    if kept is not None and kept.reviewed_on is not None:
        raise Refusal(REVIEWED, domain=domain, year=year, on=_day(kept.reviewed_on))
    old = {} if kept is None else {name: getattr(kept, name) for name in told}
    made, _ = Review.objects.update_or_create(unit=unit, year=year, domain=domain, defaults=told)
    subject, said = _subject(made), {"domain": domain, **told}
    write("review.assigned", subject, unit=unit.unit_id, by=by.username, authority=str(term), at=at, old=old, new=said)
    return made


@transaction.atomic
def record_review(  # noqa: PLR0913  what was reviewed and what came of it
    review: int, *, found: Mapping[str, str], result: str, report_number: str, by: Officer, at: datetime,
    proposal: str = "",
) -> Review:  # fmt: skip
    """Write down what was reviewed of each content, and the report. Contents left empty may be recorded later."""
    kept = Review.objects.select_for_update(of=("self",)).select_related("unit").get(pk=review)
    on = timezone.localdate(at)
    term = authorise(by, "review.record", kept.unit, kept.domain, on)
    _reported(kept, found, result, report_number)
    told = {
        "found": {content: said.strip() for content, said in found.items() if said.strip()},
        "result": result.strip(), "proposal": proposal.strip(), "report_number": report_number.strip(),
    }  # fmt: skip
    old = {name: getattr(kept, name) for name in told} if kept.reviewed_on else {}
    for name, value in told.items():
        setattr(kept, name, value)
    kept.reviewed_on = kept.reviewed_on or on
    kept.contents_complete = not empty(kept)
    kept.save()
    chain, said = kept.unit.unit_id, {"domain": kept.domain, **told}
    write("review.recorded", _subject(kept), unit=chain, by=by.username, authority=str(term), at=at, old=old, new=said)
    return kept


def empty(review: Review) -> list[str]:
    """The contents asked for of which nothing was written down."""
    return [content for content in review.contents if not review.found.get(content)]


def lacking(reviews: Iterable[Review], on: date) -> list[Lacking]:
    """Those not reviewed, or not in all contents, from thirty days before their day on."""
    near = [one for one in reviews if one.due_on - WARNED_BEFORE <= on and not one.contents_complete]
    return [
        Lacking(one, EMPTY if one.reviewed_on else SOON if on <= one.due_on else LATE)
        for one in sorted(near, key=lambda one: (one.due_on, one.domain))
    ]


def _assignable(year: int, domain: str, told: Mapping[str, object]) -> None:
    due_on = told["due_on"]
    if not told["assigned_by"]:
        raise Refusal(NO_BASIS)
    if not told["contents"]:
        raise Refusal(NO_CONTENTS)
    if isinstance(due_on, date) and due_on.year != year:
        raise Refusal(OTHER_YEAR, due=_day(due_on), year=year)
    if not Version.objects.filter(domain=domain, released_at__isnull=False).exists():
        raise Refusal(UNKNOWN_DOMAIN, domain=domain)


def _reported(review: Review, found: Mapping[str, str], result: str, report_number: str) -> None:
    if not result.strip() or not report_number.strip():
        raise Refusal(NO_REPORT)
    for content in found:
        if content not in review.contents:
            raise Refusal(NOT_ASKED, content=content, domain=review.domain)


def _distinct(contents: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(said.strip() for said in contents if said.strip()))


def _subject(review: Review) -> str:
    """Short enough for the journal, whatever the domain is called."""
    return f"review {review.pk}/{review.year}"


def _day(on: date) -> str:
    return on.strftime("%d/%m/%Y")
