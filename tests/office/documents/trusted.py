"""An authority that the office trusts for a test, and its officers' keys: real signatures on real files."""

from datetime import datetime
from pathlib import Path

import yaml
from pytest_django import Settings

from motcua.office.documents.acts.asking import sign_with
from motcua.office.documents.acts.drafting import approve, draft
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.models import Capacity, OutgoingDocument
from motcua.signing.local.authority import POLICIES, Authority
from tests.office.documents import course
from tests.world import World, moment

MADE = moment("2023-07-01 08:00")
ENGINE = "motcua.office.documents.pdf_engine.PdfEngine"


def authority(settings: Settings, folder: Path, *, at: datetime = MADE, listed: datetime = course.DRAFTED) -> Authority:
    """One that the office trusts, by a list in a file of that folder; its revocations are those of `listed`."""
    made = Authority.root("Tổ chức chứng thực thử", at=at)
    settings.SIGNING_ENGINE, settings.TRUST_LIST = ENGINE, folder / "list.yaml"
    trusting(made, folder / "list.yaml", listed)
    return made


def trusting(authority: Authority, file: Path, listed: datetime = course.DRAFTED) -> None:
    """The list in that file names this authority alone."""
    (file.parent / "root.der").write_bytes(authority.issuers()[0])
    (file.parent / "revoked.der").write_bytes(authority.revocation_list(at=listed))
    capacities = [{"capacity": str(one.value), "policy": policy} for one, policy in POLICIES.items()]
    told = {"roots": ["root.der"], "lists": ["revoked.der"], "capacities": capacities}
    file.write_text(yaml.safe_dump(told), "utf-8")


def signed_and_issued(
    world: World, trusted: Authority, *, sealed: bool = True, at: datetime, **told: object
) -> OutgoingDocument:
    """A document of ward 12 drafted, signed by Hoà, numbered, sealed and issued within one moment.

    Not `sealed`: of a kind that needs no seal.
    """
    person = trusted.person("Lê Thị Hoà", "Phường 12", at=MADE)
    agency = trusted.agency("Ủy ban nhân dân phường 12", at=MADE)
    document = draft(course.told(world, **told), by=world.minh, at=at)
    approve(document.pk, by=world.hoa, at=at)
    sign_with(person, document.pk, Capacity.PERSON, by=world.hoa, at=at)
    number(document.pk, by=world.van, at=at)
    if sealed:
        sign_with(agency, document.pk, Capacity.AGENCY, by=world.van, at=at)
    else:
        OutgoingDocument.objects.filter(pk=document.pk).update(needs_seal=False)
    return issue(document.pk, by=world.van, at=at)
