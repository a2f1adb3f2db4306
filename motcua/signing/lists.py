"""A revocation list, read once: where each row lies is noted in eight bytes, so that those of few certificates are
found without the others, of which a large authority has a hundred thousand.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any
from zlib import crc32

from asn1crypto import core, crl, x509

_WHOSE = crl.CRLEntryExtensionId("certificate_issuer").dump()  # a row that says so tells of all the rows after it
_INTEGER, _SEQUENCE, _MOMENTS = 0x02, 0x30, (0x17, 0x18)  # tags of DER
_PLACE = 0xFFFFFFFF


class RevocationList:
    """As DER in `der`. Never changes, so that all threads may share one."""

    def __init__(self, der: bytes) -> None:
        """Raises ValueError where it is no revocation list."""
        self.der = der
        try:
            self._places = array("Q", sorted(crc32(serial) << 32 | at for serial, at in _rows(der)))
            _ = self._bare
        except (LookupError, TypeError, AttributeError) as broken:
            raise ValueError(type(broken).__name__) from broken

    @property
    def issuer(self) -> x509.Name:
        return self._bare.issuer

    def row(self, serial: bytes) -> bytes | None:
        """What it says of the certificate whose serial number this is, as DER has it: when and why it was revoked."""
        key = crc32(serial)
        at = bisect_left(self._places, key << 32)
        while at < len(self._places) and self._places[at] >> 32 == key:
            begin = self._places[at] & _PLACE
            body, end = _inside(self.der, begin)
            first, last = _inside(self.der, body)
            if self.der[first:last] == serial:
                return self.der[begin:end]
            at += 1
        return None

    def about(self, serials: Iterable[bytes]) -> crl.CertificateList:
        """The list as signed, in which only rows of these serial numbers are seen: to be read, not to be changed."""
        if _WHOSE in self.der:
            return crl.CertificateList.load(self.der)
        rows = [row for serial in sorted(set(serials)) if (row := self.row(serial)) is not None]
        return self._seen(rows) if rows else self._bare

    @cached_property
    def _bare(self) -> crl.CertificateList:
        return self._seen([])

    def _seen(self, rows: list[bytes]) -> crl.CertificateList:
        """Parsed to the end: what asn1crypto parses later it does not parse for two threads at once."""
        held = crl.CertificateList.load(self.der, strict=True)
        told: Any = held["tbs_cert_list"]
        all_rows = told["revoked_certificates"]
        if not isinstance(all_rows, core.Void):
            few = crl.RevokedCertificates([crl.RevokedCertificate.load(row) for row in rows]).dump()
            place = next(at for at, child in enumerate(told.children) if child is all_rows)
            told.children[place] = crl.RevokedCertificates.load(few)  # beside its setter, which would write it anew
        _ = held.native, held.critical_extensions, held.issuer.hashable
        return held

    def __getstate__(self) -> dict[str, object]:
        return {"der": self.der, "_places": self._places}


def serial(certificate: x509.Certificate) -> bytes:
    """The serial number as `RevocationList` asks for it."""
    return bytes(certificate["tbs_certificate"]["serial_number"].contents)


def _rows(der: bytes) -> Iterator[tuple[bytes, int]]:
    """Each row's serial number, and where the row begins."""
    at, end = _inside(der, _inside(der, 0)[0])
    at = _inside(der, at)[1] if der[at] == _INTEGER else at  # its version
    for _signature_issuer_moment in range(3):
        at = _inside(der, at)[1]
    at = _inside(der, at)[1] if at < end and der[at] in _MOMENTS else at
    if at == end or der[at] != _SEQUENCE:
        return
    at, end = _inside(der, at)
    while at < end:
        body, after = _inside(der, at)
        first, last = _inside(der, body)
        yield der[first:last], at
        at = after


def _inside(der: bytes, at: int) -> tuple[int, int]:
    """Where the content of what lies there begins and ends. Raises ValueError, IndexError."""
    length = der[at + 1]
    begin = at + 2
    if length > 0x7F:
        begin += length & 0x7F
        length = int.from_bytes(der[at + 2 : begin])
    if begin + length > len(der):
        raise ValueError("cut")
    return begin, begin + length
