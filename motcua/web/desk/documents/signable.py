"""The kinds of what is signed from the queue: outgoing documents, and digital copies that were compared with paper."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from motcua.language import Words
from motcua.office.documents.kinds import kind
from motcua.office.documents.models import Asked, Capacity, SigningRequest
from motcua.office.documents.reading import readable as documents_readable
from motcua.office.documents.remote import DOCUMENTS, Asking
from motcua.office.dossiers.acts.copy_signing import COPIES, sealing
from motcua.office.dossiers.models import CopySigning, DigitalCopy, Dossier
from motcua.office.dossiers.reuse import dossier_of, kind_of
from motcua.office.dossiers.signatures import to_seal, to_sign
from motcua.office.people import policy
from motcua.office.people.models import Officer, Unit
from motcua.web.desk.reading import readable, with_open_step, within

AT_MOST = 50


@dataclass(frozen=True)
class Kind:
    """One kind: which of those asked for the officer may see, whose seals go on them, their open requests, how they are
    asked for and called.

    `compared`: whoever signs for themselves says that they compared each with its paper.
    """

    name: str
    asking: Asking
    seen: Callable[[Officer, date, Sequence[int]], list[int]]
    units: Callable[[Sequence[int]], list[Unit]]
    requests: Callable[[Officer, Sequence[int]], Mapping[int, Asked]]
    title: Callable[[Asked], str]
    done: Mapping[Capacity, Words]
    not_done: Words
    compared: bool = False


def _documents(officer: Officer, on: date, asked: Sequence[int]) -> list[int]:
    mine = documents_readable(officer, on).filter(pk__in=asked)
    return list(mine.order_by("approved_at", "pk").values_list("pk", flat=True))


def _document_units(asked: Sequence[int]) -> list[Unit]:
    return list(Unit.objects.filter(outgoing_documents__in=asked).distinct().order_by("name"))


def _document_requests(officer: Officer, asked: Sequence[int]) -> Mapping[int, Asked]:
    return {one.pk: one for one in SigningRequest.objects.filter(pk__in=asked, officer=officer)}


def _document_title(asked: Asked) -> str:
    assert isinstance(asked, SigningRequest)  # noqa: S101  what its kind asked for
    document = asked.document
    return f"{kind(document.kind).name} {document}: {document.subject}"[:200]


def _copies(officer: Officer, on: date, asked: Sequence[int]) -> list[int]:
    mine = readable(officer, on).values("pk")
    of = Q(result__dossier__in=mine) | Q(component__dossier__in=mine)
    return list(DigitalCopy.objects.filter(of, pk__in=asked).order_by("pk").values_list("pk", flat=True))


def _copy_units(asked: Sequence[int]) -> list[Unit]:
    beside = ("component__dossier__received_by_unit", "result__dossier__competent_unit")
    found = {sealing(one).pk for one in DigitalCopy.objects.filter(pk__in=asked).select_related(*beside)}
    return list(Unit.objects.filter(pk__in=found).order_by("name"))


def _copy_requests(officer: Officer, asked: Sequence[int]) -> Mapping[int, Asked]:
    beside = ("copy__component__dossier", "copy__result__dossier")
    rows = CopySigning.objects.filter(pk__in=asked, officer=officer).select_related(*beside)
    return {one.pk: one for one in rows}


def _copy_title(asked: Asked) -> str:
    assert isinstance(asked, CopySigning)  # noqa: S101  what its kind asked for
    return f"{dossier_of(asked.copy).code}: {kind_of(asked.copy)}"[:200]


OF_DOCUMENTS = Kind(
    "document", DOCUMENTS, _documents, _document_units, _document_requests, _document_title,
    {
        Capacity.PERSON: Words(vi="Đã ký số {count} văn bản.", en="Signed {count} documents."),
        Capacity.AGENCY: Words(
            vi="Đã ký số của cơ quan lên {count} văn bản.", en="Put the agency's signature on {count} documents."
        ),
    },
    Words(vi="Chưa ký được {count} văn bản:", en="{count} documents were not signed:"),
)  # fmt: skip
OF_COPIES = Kind(
    "copy", COPIES, _copies, _copy_units, _copy_requests, _copy_title,
    {
        Capacity.PERSON: Words(
            vi="Đã đối chiếu và ký số {count} bản số hóa.", en="Compared and signed {count} digital copies."
        ),
        Capacity.AGENCY: Words(
            vi="Đã ký số của cơ quan lên {count} bản số hóa.",
            en="Put the agency's signature on {count} digital copies.",
        ),
    },
    Words(vi="Chưa ký được {count} bản số hóa:", en="{count} digital copies were not signed:"),
    compared=True,
)  # fmt: skip
KINDS = {one.name: one for one in (OF_DOCUMENTS, OF_COPIES)}


def copies_waiting(
    officer: Officer, unit: Unit, on: date, dossier: int | None
) -> Mapping[Capacity, "QuerySet[DigitalCopy]"]:
    """Digital copies that the officer may sign in this unit, and those that its seal goes on: the newest first.

    Of one dossier all of them, its papers too; else what the officer scanned, compared or has in hand, and results.
    """
    found = {Capacity.PERSON: _to_sign(officer, unit, on, dossier)}
    if policy.may(officer, "document.seal", unit, None, on):
        found[Capacity.AGENCY] = _to_seal(officer, unit, on, dossier)
    return {capacity: _newest(rows) for capacity, rows in found.items()}


def unit_to_sign_in(officer: Officer, units: Iterable[Unit], on: date, dossier: Dossier) -> Unit | None:
    """The first of the units in which a copy of the dossier waits for the officer; None where none does."""
    for unit in dict.fromkeys(units):
        if any(rows.exists() for rows in copies_waiting(officer, unit, on, dossier.pk).values()):
            return unit
    return None


def _to_sign(officer: Officer, unit: Unit, on: date, dossier: int | None) -> "QuerySet[DigitalCopy]":
    if not policy.terms(officer, "dossier.certify_copy", on):
        return to_sign().none()
    rows = with_open_step(Dossier.objects.all()).annotate(at=Coalesce("open_step__unit", F("unit")))
    there = within(rows, officer, "dossier.certify_copy", on, unit="at").filter(at=unit.pk)
    if dossier is not None:
        return _of(to_sign(), there.filter(pk=dossier))
    theirs = Q(by=officer) | Q(certified_by=officer)
    return _of(to_sign().filter(theirs), there) | _of(to_sign(), there.filter(holder=officer))


def _to_seal(officer: Officer, unit: Unit, on: date, dossier: int | None) -> "QuerySet[DigitalCopy]":
    result, paper = Q(result__dossier__competent_unit=unit), Q(component__dossier__received_by_unit=unit)
    rows = to_seal().filter(result if dossier is None else result | paper)
    seen = readable(officer, on)
    return _of(rows, seen if dossier is None else seen.filter(pk=dossier))


def _of(rows: "QuerySet[DigitalCopy]", dossiers: "QuerySet[Dossier]") -> "QuerySet[DigitalCopy]":
    keys = dossiers.values("pk")
    return rows.filter(Q(result__dossier__in=keys) | Q(component__dossier__in=keys))


def _newest(rows: "QuerySet[DigitalCopy]") -> "QuerySet[DigitalCopy]":
    beside = ("file__reading", "by", "certified_by", "component__dossier", "result__dossier")
    heavy = ("file__reading__text", "file__reading__search_text")
    return rows.select_related(*beside).defer(*heavy).order_by("-made_at", "-pk")
