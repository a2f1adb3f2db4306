"""What is found on a PDF: who signed which bytes, as whom, when, and whether each signature holds; never an exception.

Valid: the bytes are those that were signed, what was added since is permitted, and the certificate leads to the trust
list and was in force and unrevoked when it signed. Who is not on the trust list is invalid. So is what was signed over
other bytes, whether or not the rest of the file can be read. Unknown: no signature can be read at all, no revocation
list tells, or the certificate ended since and no time stamp proves that it signed before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfDecodeLimitError, PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from motcua.signing import bound
from motcua.signing.chains import Chains, Standing
from motcua.signing.reasons import STANDING, Reason
from motcua.signing.remains import Remains, remains
from motcua.signing.trust import SETTLED, UNBOUND, Trust
from motcua.signing.update import intricate

MOST_SIGNATURES, MOST_BYTES = 50, 100 * 1024 * 1024  # more are no document of an office
LONGEST = 200  # letters of a name that a certificate bears
_BROKEN = (
    PdfError,
    SigningError,
    SignatureValidationError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


class Verdict(StrEnum):
    VALID = "valid"
    INVALID = "invalid"
    NONE = "none"
    UNKNOWN = "unknown"


class Changes(StrEnum):
    """What was added to the file after a signature."""

    NONE = "none"
    PERMITTED = "permitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class Signature:
    """One signature. `signed_at` is the proven moment where `proven`, else what the signer's computer said."""

    field: str
    capacity: str  # person, agency, or empty where no rule says
    name: str
    organisation: str
    signed_at: datetime | None
    proven: bool
    signed_bytes: int
    changes: Changes
    verdict: Verdict
    reason: Reason


@dataclass(frozen=True)
class Report:
    """`person` and `agency`: none where there is no such signature, else the worst of them."""

    person: Verdict
    agency: Verdict
    signatures: tuple[Signature, ...] = ()
    reason: Reason | None = None  # why the file could not be read, or no signature is there
    bound: str = UNBOUND  # to how much of the trust list, as `bound.py` says
    until: datetime | None = None  # when something else may be found though the trust list stays


def validate(pdf: bytes, trust: Trust, *, at: datetime) -> Report:
    """All signatures of the PDF held against the trust list, as known at this moment (aware)."""
    if len(pdf) > MOST_BYTES:
        return Report(Verdict.UNKNOWN, Verdict.UNKNOWN, reason=Reason.TOO_LARGE)
    try:
        reader = PdfFileReader(BytesIO(pdf))
        if intricate(reader):
            return _by_its_bytes(pdf, trust, Reason.TOO_HARD)
        embedded = list(reader.embedded_signatures)
        if len(embedded) > MOST_SIGNATURES:
            return Report(Verdict.UNKNOWN, Verdict.UNKNOWN, reason=Reason.TOO_MANY)
        chains = Chains(trust, reader)
        stamps = _document_stamps(embedded, chains, at)
        found = tuple(
            _one(held, trust, chains, stamps, at) for held in embedded if held.sig_object_type != "/DocTimeStamp"
        )
        found += _hidden(pdf, trust, embedded)
        unsigned = None if found else _unsigned(reader)
        to = bound.bound(embedded, trust, settled=_settled(found, embedded))
        until = _until(found, embedded, trust, at)
    except PdfDecodeLimitError:
        return _by_its_bytes(pdf, trust, Reason.TOO_HARD)
    except _BROKEN:
        return _by_its_bytes(pdf, trust, Reason.BROKEN_FILE)
    return Report(_worst(found, "person"), _worst(found, "agency"), found, unsigned, to, until)


def _by_its_bytes(pdf: bytes, trust: Trust, reason: Reason) -> Report:
    """What is found on a file that cannot be read for this reason: unknown, but for signatures of other bytes."""
    found = tuple(_remaining(one, trust, reason) for one in remains(pdf, most=MOST_SIGNATURES))
    if all(one.verdict is Verdict.UNKNOWN for one in found):
        return Report(Verdict.UNKNOWN, Verdict.UNKNOWN, reason=reason)
    whose = any(not one.capacity for one in found)
    person, agency = (
        Verdict.UNKNOWN if whose and worst is Verdict.NONE else worst
        for worst in (_worst(found, "person"), _worst(found, "agency"))
    )
    return Report(person, agency, found, reason, SETTLED)


def _hidden(pdf: bytes, trust: Trust, embedded: Sequence[EmbeddedPdfSignature]) -> tuple[Signature, ...]:
    """Signatures of other bytes that the file bears and does not show: what led to them was changed."""
    shown = {tuple(map(int, held.byte_range))[1:3] for held in embedded}
    lost = (one for one in remains(pdf, most=MOST_SIGNATURES) if one.hole not in shown)
    return tuple(_remaining(one, trust, Reason.CHANGED) for one in lost if not (one.intact and one.made))


def _remaining(one: Remains, trust: Trust, reason: Reason) -> Signature:
    capacity, named = trust.capacity(one.certificate) or "", one.certificate.subject.native
    broken = None if one.intact and one.made else Reason.FORGED if one.intact else Reason.CHANGED
    return Signature(
        field=capacity,
        capacity=capacity,
        name=str(named.get("common_name", ""))[:LONGEST],
        organisation=str(named.get("organization_name", ""))[:LONGEST],
        signed_at=None,
        proven=False,
        signed_bytes=one.signed_bytes,
        changes=Changes.FORBIDDEN,
        verdict=Verdict.INVALID if broken else Verdict.UNKNOWN,
        reason=broken or reason,
    )


def _settled(found: Sequence[Signature], embedded: Sequence[EmbeddedPdfSignature]) -> bool:
    """Whether no list that is yet to come can tell more: all is decided, and what is stamped is proven."""
    decided = all(one.verdict in {Verdict.VALID, Verdict.INVALID} for one in found)
    stamped = len(embedded) > len(found) or any(Chains.token(held.signer_info) is not None for held in embedded)
    return decided and (not stamped or all(one.proven or one.verdict is Verdict.INVALID for one in found))


def _until(
    found: Sequence[Signature], embedded: Sequence[EmbeddedPdfSignature], trust: Trust, at: datetime
) -> datetime | None:
    moments = [bound.until(embedded, trust, at), *(one.signed_at for one in found)] if embedded else []
    return min((one for one in moments if one is not None and one > at), default=None)


def _unsigned(reader: PdfFileReader) -> Reason:
    """What a file without signatures has instead."""
    names: Any = reader.root["/Names"] if "/Names" in reader.root else {}  # noqa: SIM401  `get` would not follow it
    if "/EmbeddedFiles" in names:
        return Reason.ATTACHED
    empty = any(True for _ in enumerate_sig_fields(reader, filled_status=False))
    return Reason.EMPTY_PLACE if empty else Reason.UNSIGNED


def _worst(found: tuple[Signature, ...], capacity: str) -> Verdict:
    verdicts = {held.verdict for held in found if capacity == (held.capacity or held.field)}
    ranked = (Verdict.INVALID, Verdict.UNKNOWN, Verdict.VALID)
    return next((verdict for verdict in ranked if verdict in verdicts), Verdict.NONE)


def _document_stamps(embedded: list[EmbeddedPdfSignature], chains: Chains, at: datetime) -> list[tuple[int, datetime]]:
    """The document time stamps that hold, newest first: the revision each closes, the moment each proves."""
    found: list[tuple[int, datetime]] = []
    moment = at
    for held in reversed(embedded):
        if held.sig_object_type != "/DocTimeStamp":
            continue
        held.compute_integrity_info(skip_diff=True)
        stamped = chains.time_of(held.signed_data, held.compute_digest(), moment)
        if stamped is not None and _whole_revision(held):
            moment = stamped  # what lay under this stamp is judged as of its moment
            found.append((held.signed_revision, stamped))
    return found


def _whole_revision(held: EmbeddedPdfSignature) -> bool:
    coverage = held.coverage or SignatureCoverageLevel.UNCLEAR
    return coverage.value >= SignatureCoverageLevel.ENTIRE_REVISION.value


def _one(
    held: EmbeddedPdfSignature, trust: Trust, chains: Chains, stamps: list[tuple[int, datetime]], at: datetime
) -> Signature:
    certificate = held.signer_cert
    changes, problem = _content(held)
    proven = _proven(held, chains, stamps, at)
    claimed = held.self_reported_timestamp
    if claimed is not None and claimed.tzinfo is None:
        claimed = claimed.replace(tzinfo=UTC)
    capacity = trust.capacity(certificate)
    verdict, reason = (Verdict.INVALID, problem) if problem else _standing(held, chains, proven, claimed, at)
    if verdict is Verdict.VALID and capacity is None:
        verdict, reason = Verdict.UNKNOWN, Reason.NO_CAPACITY
    named = certificate.subject.native
    return Signature(
        field=str(held.field_name),
        capacity=capacity or "",
        name=str(named.get("common_name", ""))[:LONGEST],
        organisation=str(named.get("organization_name", ""))[:LONGEST],
        signed_at=proven or claimed,
        proven=proven is not None,
        signed_bytes=sum(int(length) for length in list(held.byte_range)[1::2]),
        changes=changes,
        verdict=verdict,
        reason=reason,
    )


def _proven(
    held: EmbeddedPdfSignature, chains: Chains, stamps: list[tuple[int, datetime]], at: datetime
) -> datetime | None:
    """The earliest moment that a time stamp proves: its own, or one of the document after it."""
    later = [moment for revision, moment in stamps if revision > held.signed_revision]
    known_since = min(later, default=at)
    token = chains.token(held.signer_info)
    own = None if token is None else chains.time_of(token, chains.imprint(held.signer_info, token), known_since)
    return own or min(later, default=None)


def _content(held: EmbeddedPdfSignature) -> tuple[Changes, Reason | None]:
    """What was added after it, and why it is broken, if it is."""
    intact, made = validate_sig_integrity(
        held.signer_info, held.signer_cert, expected_content_type="data", actual_digest=held.compute_digest()
    )
    if not (intact and made):
        return Changes.FORBIDDEN, Reason.FORGED if intact else Reason.CHANGED
    held.compute_integrity_info()
    if not _whole_revision(held):
        return Changes.FORBIDDEN, Reason.PART
    if held.summarise_integrity_info()["docmdp_ok"] is False:
        return Changes.FORBIDDEN, Reason.PAGES if _pages_changed(held) else Reason.ADDED
    result = held.diff_result
    level = result.modification_level if isinstance(result, DiffResult) else ModificationLevel.NONE
    return (Changes.NONE if level == ModificationLevel.NONE else Changes.PERMITTED), None


def _pages_changed(held: EmbeddedPdfSignature) -> bool:
    """Whether the file has another number of pages than when it was signed."""
    then: Any = held.reader.get_historical_root(held.signed_revision)
    now: Any = held.reader.root
    return bool(then["/Pages"]["/Count"] != now["/Pages"]["/Count"])


def _standing(
    held: EmbeddedPdfSignature, chains: Chains, proven: datetime | None, claimed: datetime | None, at: datetime
) -> tuple[Verdict, Reason]:
    moment = proven or claimed
    if moment is None:
        return Verdict.UNKNOWN, Reason.NO_MOMENT
    if moment > at:
        return Verdict.INVALID, Reason.LATER
    then = chains.standing(held.signer_cert, moment)
    if then is not Standing.GOOD:
        return (Verdict.UNKNOWN if then is Standing.UNKNOWN else Verdict.INVALID), STANDING[then]
    if proven is None and chains.standing(held.signer_cert, at) in {Standing.REVOKED, Standing.EXPIRED}:
        return Verdict.UNKNOWN, Reason.UNPROVEN
    return Verdict.VALID, Reason.VALID
