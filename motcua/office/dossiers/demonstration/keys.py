"""The demonstration's own authority, keys, time stamps and trust list: made when it is, kept beside its data alone.

Whoever reads the folder has the keys: it is for demonstration, and nobody else trusts the authority.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import yaml
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from motcua.language import Refusal, Words
from motcua.office.documents.letterheads import named
from motcua.office.people.models import Officer, Unit
from motcua.signing.keys import Chain
from motcua.signing.local.authority import POLICIES, Authority
from motcua.signing.local.keys import SoftKey, from_pkcs12

NAME = "CA trình diễn motcua (không có giá trị pháp lý)"
STAMPS = "Dấu thời gian trình diễn motcua"
LIST, PASSWORD, BEARER, CODE = "list.yaml", "password", "bearer", "code.txt"
BEGAN = timedelta(days=3650)  # longer ago than anything that is played
DAYS = 10_000
LIST_DAYS = 30  # of a revocation list, made anew each time that signing is served
NO_KEYS = Words(
    vi="{folder}: chưa có khóa trình diễn; hãy chạy make demo trên dữ liệu trống (make clean trước).",
    en="{folder}: there are no keys of the demonstration; run make demo without earlier data (make clean first).",
)


@dataclass(frozen=True)
class Keys:
    """The folder, opened."""

    folder: Path

    @property
    def password(self) -> str:
        return (self.folder / PASSWORD).read_text("ascii")

    @property
    def bearer(self) -> str:
        return (self.folder / BEARER).read_text("ascii")

    def files(self) -> Mapping[str, Path]:
        """The key files of officers and seals, by the credential as which the signing service knows each."""
        return {file.stem: file for file in sorted((self.folder / "keys").glob("*.p12"))}

    def key(self, credential: str) -> SoftKey:
        return from_pkcs12(self.files()[credential].read_bytes(), self.password)

    def stamps(self) -> SoftKey:
        """The key of the time-stamp authority."""
        return from_pkcs12((self.folder / "stamps.p12").read_bytes(), self.password)

    def renew(self, at: datetime) -> None:
        """A new revocation list in the place of the last one."""
        _keep(self.folder / "revoked.der", self.authority().revocation_list(at=at, days=LIST_DAYS))

    def listed_at(self, address: str) -> None:
        """The trust list says that revocation lists are served there."""
        told = yaml.safe_load((self.folder / LIST).read_bytes())
        _keep(self.folder / LIST, yaml.safe_dump(told | {"points": [address]}).encode())

    def authority(self) -> Authority:
        held = from_pkcs12((self.folder / "authority.p12").read_bytes(), self.password)
        assert isinstance(held.private, rsa.RSAPrivateKey), "an authority of ours"  # noqa: S101
        return Authority(NAME, held.private, x509.load_der_x509_certificate(held.chain().certificate))

    def said(self, credential: str, code: str) -> None:
        """The one-time code that a real service would send to the holder's telephone."""
        _keep(self.folder / CODE, f"{credential}: {code}\n".encode())


def opened(folder: Path) -> Keys:
    """The keys made before. Raises Refusal where there are none."""
    if not (folder / LIST).is_file() or not (folder / "authority.p12").is_file():
        raise Refusal(NO_KEYS, folder=folder.name)
    return Keys(folder)


def made(folder: Path, at: datetime) -> Keys:
    """The folder with an authority that nobody has a key of yet, the time stamper and the trust list."""
    for one in (folder, folder / "keys"):
        one.mkdir(mode=0o700, parents=True, exist_ok=True)
    since, keys = at - BEGAN, Keys(folder)
    _keep(folder / PASSWORD, secrets.token_urlsafe(24).encode())
    _keep(folder / BEARER, secrets.token_urlsafe(24).encode())
    authority = Authority.root(NAME, at=since, days=DAYS)
    root = authority.issuers()[0]
    _keep(folder / "root.der", root)
    _keep(folder / "authority.p12", SoftKey(authority.key, Chain(root)).exported(keys.password))
    _keep(folder / "stamps.p12", authority.time_stamper(STAMPS, at=since, days=DAYS).exported(keys.password))
    keys.renew(at)
    capacities = [{"capacity": str(one.value), "policy": policy} for one, policy in POLICIES.items()]
    told = {"roots": ["root.der"], "lists": ["revoked.der"], "capacities": capacities}
    _keep(folder / LIST, yaml.safe_dump(told).encode())
    return keys


def certify(keys: Keys, officers: Mapping[Officer, Unit], units: list[Unit], at: datetime) -> None:
    """A key for each of the officers, in their own name, and one for the seal of each unit."""
    authority, since, password = keys.authority(), at - BEGAN, keys.password
    for officer, unit in officers.items():
        own = authority.person(officer.full_name, named(unit).agency, at=since, days=DAYS)
        _keep(keys.folder / "keys" / f"{officer.username}.p12", own.exported(password))
    for unit in units:
        own = authority.agency(named(unit).agency, at=since, days=DAYS)
        _keep(keys.folder / "keys" / f"seal-{unit.unit_id}.p12", own.exported(password))


def _keep(file: Path, content: bytes) -> None:
    """Readable by its owner alone, whole at every moment."""
    beside = file.with_suffix(".new")
    beside.touch(mode=0o600)
    beside.write_bytes(content)
    beside.replace(file)
