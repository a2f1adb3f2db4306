"""Whom signatures are trusted from: certificates, revocation lists and rules, read from one YAML file and its folder.

roots: [root.pem]              # certificates trusted as they are
intermediates: [issuing.pem]   # those that a signature may leave out
lists: [root.crl, issuing.crl] # revocation lists, DER or PEM; those in the folder `fetched` beside the file count too
points: [http://crl.example.vn/issuing.crl]  # where else lists are fetched from than where certificates say
capacities:                    # the first that fits says for whom a certificate stands
  - {capacity: person, policy: 1.3.6.1.4.1.32473.1.1}
  - {capacity: agency, issuer: "CA of agencies"}        # common name of the issuer
  - {capacity: agency, subject: "^UBND "}               # pattern of the signer's common name
"""

import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import yaml
from asn1crypto import pem, x509

from motcua.language import Refusal, Words
from motcua.signing.lists import RevocationList

UNBOUND, SETTLED, WAITING = "-", "=", "!"  # how a verdict is bound to this list
FETCHED = "fetched"  # the folder of lists that were fetched, beside the file
_PARTS = {".yaml", ".yml", ".pem", ".crt", ".cer", ".der", ".crl"}
_LOOKED_BY = b"2"  # another number where validation finds otherwise than before: then all files are looked at anew
_UNREADABLE = Words(
    vi="Danh sách tin cậy “{file}” không đọc được: {what}.", en="The trust list “{file}” cannot be read: {what}."
)


class Capacity(StrEnum):
    """For whom a certificate stands."""

    PERSON = "person"
    AGENCY = "agency"


@dataclass(frozen=True)
class Rule:
    """A certificate stands for this capacity if every part given fits."""

    capacity: Capacity
    policy: str = ""
    issuer: str = ""
    subject: str = ""

    def fits(self, certificate: x509.Certificate) -> bool:
        policies = {held["policy_identifier"].dotted for held in certificate.certificate_policies_value or ()}
        return (
            (not self.policy or self.policy in policies)
            and (not self.issuer or certificate.issuer.native.get("common_name") == self.issuer)
            and (not self.subject or bool(re.search(self.subject, certificate.subject.native.get("common_name", ""))))
        )


@dataclass(frozen=True)
class Trust:
    """Certificates and revocation lists as DER, and the rules of capacity."""

    roots: tuple[bytes, ...]
    intermediates: tuple[bytes, ...] = ()
    lists: tuple[bytes, ...] = ()
    rules: tuple[Rule, ...] = ()
    points: tuple[str, ...] = ()

    @cached_property
    def version(self) -> str:
        """Names this very list: 16 hexadecimal digits."""
        return _named(*self.roots, *self.intermediates, *self.lists, repr(self.rules).encode())

    def version_for(self, bound: str) -> str:
        """Names as much of this list as a verdict depends on that is `bound` to it; see `bound.py`."""
        if not bound:
            return self.version
        if bound == UNBOUND:
            return _named(_LOOKED_BY)
        said = self._lists_of if bound[0] == WAITING else self._row_of
        return _named(_LOOKED_BY, self._lasting, *(said(name) for name in bound[1:].split(",")))

    @cached_property
    def revocations(self) -> tuple[RevocationList, ...]:
        """The lists, each read once for all files. Raises ValueError where one is none."""
        return tuple(map(RevocationList, self.lists))

    @cached_property
    def authorities(self) -> Mapping[str, Sequence[x509.Certificate]]:
        """Those whose lists may tell something, by what `issuer_name` makes of their names: some changed their keys."""
        found: dict[str, list[x509.Certificate]] = {}
        for der in (*self.roots, *self.intermediates):
            held = x509.Certificate.load(der)
            found.setdefault(issuer_name(held.subject), []).append(held)
        return found

    @cached_property
    def _lasting(self) -> bytes:
        """What stays when lists are issued anew."""
        return _named(*self.roots, *self.intermediates, repr(self.rules).encode()).encode()

    @cached_property
    def _by_issuer(self) -> Mapping[str, Sequence[RevocationList]]:
        found: dict[str, list[RevocationList]] = {}
        for one in self.revocations:
            found.setdefault(issuer_name(one.issuer), []).append(one)
        return found

    @cached_property
    def _hashes(self) -> Mapping[str, bytes]:
        """Of all lists of an issuer, by its name."""
        hashes = (
            (name, sorted(hashlib.sha256(one.der).digest() for one in of)) for name, of in self._by_issuer.items()
        )
        return {name: b"".join(held) for name, held in hashes}

    def _lists_of(self, issuer: str) -> bytes:
        return self._hashes.get(issuer, b"")

    def _row_of(self, certificate: str) -> bytes:
        """What lists say of a certificate, `issuer.serial`; one that was only issued anew says the same."""
        issuer, _, serial = certificate.partition(".")
        said = {one.row(bytes.fromhex(serial)) or b"" for one in self._by_issuer.get(issuer, ())}
        return bytes([len(said)]) + b"".join(sorted(said))

    def __getstate__(self) -> dict[str, object]:
        """To another process goes what it was made of, and where rows lie in its lists."""
        kept = {"revocations", *(one.name for one in fields(self))}
        return {name: held for name, held in self.__dict__.items() if name in kept}

    def capacity(self, certificate: x509.Certificate) -> Capacity | None:
        return next((rule.capacity for rule in self.rules if rule.fits(certificate)), None)


def read(file: Path) -> Trust:
    """The trust list of a YAML file; the files it names lie beside it. Raises Refusal where one cannot be read."""
    try:
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        roots, inner, lists = (
            tuple(der for name in said.get(key) or () for der in _ders((file.parent / name).read_bytes()))
            for key in ("roots", "intermediates", "lists")
        )
        fetched = sorted((file.parent / FETCHED).glob("*.crl"))
        lists = tuple(dict.fromkeys((*lists, *(one.read_bytes() for one in fetched))))
        points = tuple(str(one) for one in said.get("points") or ())
        rules = tuple(
            Rule(Capacity(rule["capacity"]), *(str(rule.get(key, "")) for key in ("policy", "issuer", "subject")))
            for rule in said.get("capacities") or ()
        )
        for der in (*roots, *inner):
            x509.Certificate.load(der).native  # noqa: B018
        found = Trust(roots, inner, lists, rules, points)
        _ = found.revocations
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise Refusal(_UNREADABLE, file=file.name, what=type(error).__name__) from error
    return found


def changed(file: Path) -> tuple[tuple[str, int], ...]:
    """Says whether the list may have changed since: when each file was written that it can be made of."""
    folders = (file.parent, file.parent / FETCHED)
    held = (entry for folder in folders if folder.is_dir() for entry in os.scandir(folder))
    return tuple(sorted((one.path, one.stat().st_mtime_ns) for one in held if Path(one.name).suffix in _PARTS))


def issuer_name(name: x509.Name) -> str:
    """A short name of an authority: 12 hexadecimal digits."""
    return hashlib.sha256(name.dump()).hexdigest()[:12]


def _named(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:16]


def _ders(held: bytes) -> list[bytes]:
    return [der for _, _, der in pem.unarmor(held, multiple=True)] if pem.detect(held) else [held]
