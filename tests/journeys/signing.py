"""A real signing service beside a journey: it keeps keys of officers and of the ward's seal, and sends codes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from pytest_django import Settings

from motcua.office.people.models import Officer
from motcua.signing.demo_service import demo_service
from tests.office.documents import trusted
from tests.world import World

Codes = dict[str, str]
PASSWORD = "khoa-de-thu"


@contextmanager
def service(world: World, officer: Officer, settings: Settings, folder: Path) -> Iterator[Codes]:
    """What it sent to whom: the officer by their name of sign-in, the seal as `seal-` and the unit."""
    settings.FILES, now = folder / "files", timezone.now()
    begun = now - timedelta(days=2)
    authority = trusted.authority(settings, folder, at=begun, listed=now - timedelta(hours=1))
    keys = {
        officer.username: authority.person(officer.full_name, "Phường 12", at=begun),
        f"seal-{world.ward.unit_id}": authority.agency("Ủy ban nhân dân phường 12", at=begun),
    }
    files = {name: folder / f"{name}.p12" for name in keys}
    for name, key in keys.items():
        files[name].write_bytes(key.exported(PASSWORD))
    sent: Codes = {}
    with demo_service(files, PASSWORD.encode(), "token", sent.__setitem__) as (address, _):
        settings.SIGNING_SERVICE, settings.SIGNING_BEARER = address, "token"
        yield sent
