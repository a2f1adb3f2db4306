"""Who signs digital copies in the tests: keys of Lan, Vân and the ward's seal, all of one authority."""

from dataclasses import dataclass
from pathlib import Path

from pytest_django import Settings

from motcua.office.documents.models import Capacity
from motcua.office.dossiers.acts.copy_signing import sign_copy_with
from motcua.office.dossiers.models import DigitalCopy
from motcua.signing.local.authority import Authority
from motcua.signing.local.keys import SoftKey
from tests.office.documents import trusted
from tests.office.documents.trusted import MADE
from tests.office.dossiers import life
from tests.world import World, moment

SCANNED, SIGNED, SEALED = moment("2023-07-28 15:00"), moment("2023-07-28 15:10"), moment("2023-07-28 15:20")
PERSON, AGENCY = Capacity.PERSON, Capacity.AGENCY


@dataclass(frozen=True)
class Keys:
    """An authority that the office trusts, and whom it gave certificates."""

    authority: Authority
    van: SoftKey
    lan: SoftKey
    seal: SoftKey

    @classmethod
    def made(cls, settings: Settings, folder: Path) -> "Keys":
        authority = trusted.authority(settings, folder)
        van, lan = (authority.person(name, "Phường 12", at=MADE) for name in ("Võ Thị Vân", "Nguyễn Thị Lan"))
        return cls(authority, van, lan, authority.agency("Ủy ban nhân dân phường 12", at=MADE))


def scanned(world: World) -> DigitalCopy:
    """The result of a birth scanned by Vân, compared by nobody yet."""
    return life.digitised(world, life.settled(world))


def signed(world: World, keys: Keys) -> DigitalCopy:
    copy = scanned(world)
    sign_copy_with(keys.van, copy.pk, PERSON, by=world.van, at=SIGNED)
    return now(copy)


def sealed(world: World, keys: Keys) -> DigitalCopy:
    copy = signed(world, keys)
    sign_copy_with(keys.seal, copy.pk, AGENCY, by=world.van, at=SEALED)
    return now(copy)


def now(copy: DigitalCopy) -> DigitalCopy:
    """The copy as the database has it now."""
    return DigitalCopy.objects.select_related("file", "signed__verdict", "certified_by").get(pk=copy.pk)
