"""The engine of PDF signatures: the room for signing, held against the trust list that the settings name."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from motcua.language import Refusal, Words
from motcua.office.documents.engine import Prepared, Validated, Why
from motcua.office.documents.guards.signing import holders
from motcua.office.documents.models import Capacity
from motcua.office.documents.stamping import time_stamps
from motcua.printing import Place
from motcua.signing import apart, signing, trust, validation
from motcua.signing import places as fields
from motcua.signing.keys import Chain
from motcua.signing.stamps import AgencySeal, AttachedStamp, PersonStamp, Stamp

NO_STAMPS = Words(
    vi="Chưa cài máy chủ cấp dấu thời gian (TIME_STAMPS) nên chưa lưu trữ lâu dài được.",
    en="No time-stamp authority is set (TIME_STAMPS), so nothing is archived.",
)
SIGNED_AT = {"signature": Capacity.PERSON.value, "seal": Capacity.AGENCY.value}  # place on the document, field


class PdfEngine:
    """As `engine.Engine` says."""

    def __init__(self) -> None:
        self._list = _read(Path(settings.TRUST_LIST))

    def trust(self, bound: str = "") -> str:
        return self._list.version_for(bound)

    def ready(self, pdf: bytes, places: Mapping[str, Place]) -> bytes:
        boxes = {name: _box(place) for name, place in places.items()}
        texts = {name: box for name, box in boxes.items() if name not in SIGNED_AT}
        return fields.ready(
            pdf, signatures={SIGNED_AT[one]: boxes[one] for one in SIGNED_AT if one in boxes}, texts=texts
        )

    def prepare(self, pdf: bytes, capacity: str, chain: Chain, at: datetime, says: str = "") -> Prepared:
        stamp = AttachedStamp(says, at) if says else _large(", ".join(holders(chain.certificate)), capacity)
        made = signing.prepare(pdf, field=capacity, chain=chain, at=at, stamp=stamp)
        return Prepared(said=made.to_be_signed, kept=made.to_bytes())

    def complete(self, kept: bytes, signature: bytes, at: datetime) -> bytes:  # noqa: ARG002  as all engines
        return signing.complete(signing.Prepared.from_bytes(kept), signature, time=time_stamps())

    def answers(self) -> None:
        if (time := time_stamps()) is not None:
            time.token(bytes(32))

    def archive(self, pdf: bytes) -> bytes:
        if (time := time_stamps()) is None:
            raise Refusal(NO_STAMPS)
        return signing.archive(pdf, time=time, trust=self._list)

    def fill(self, pdf: bytes, values: Mapping[str, str], at: datetime) -> bytes:
        return fields.fill(pdf, values, at=at)

    def validate(self, pdf: bytes, at: datetime) -> Validated:
        return _found(validation.validate(pdf, self._list, at=at))

    def validate_apart(self, pdf: bytes, at: datetime) -> Validated:
        return _found(apart.validate_apart(pdf, self._list, at=at))


def _found(found: validation.Report) -> Validated:
    bad = [one for one in found.signatures if one.verdict != validation.Verdict.VALID]
    why = [Why(one.reason.name, one.field, one.name) for one in bad]
    why += [Why(found.reason.name)] if found.reason else []
    return Validated(found.person.value, found.agency.value, tuple(why), found.bound, found.until)


@lru_cache(maxsize=1)
def _read_at(file: Path, changed: tuple[tuple[str, int], ...]) -> trust.Trust:  # noqa: ARG001  `changed` lets a list that was mended be read anew
    return trust.read(file)


def _read(file: Path) -> trust.Trust:
    return _read_at(file, trust.changed(file))


def _large(name: str, capacity: str) -> Stamp:
    return PersonStamp(name) if capacity == Capacity.PERSON else AgencySeal(name)


def _box(place: Place) -> fields.Box:
    """Pages of the print room count from 1, those of the signing room from 0."""
    return fields.Box(place.page - 1, place.left, place.bottom, place.right, place.top)
