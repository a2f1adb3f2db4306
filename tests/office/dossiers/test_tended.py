"""What the office does of itself each hour, in a process of its own."""

import signal
from pathlib import Path

from tests.office.apart import office

SECONDS = 60
LATE = """
import django; django.setup()
from motcua.office.dossiers.acts.reception import receive
from tests import world as cast
world = cast.build()
receive(world.reception(), by=world.lan, at=cast.moment("2023-07-27 09:00"))
"""
APOLOGIES = """
import django; django.setup()
from motcua.office.dossiers.models import Slip, SlipKind
drafts = lambda: Slip.objects.filter(kind=SlipKind.APOLOGY, issued_at=None)
"""
DRAFTS = APOLOGIES + "print(drafts().count())"


def test_the_apology_of_a_late_dossier_waits_for_the_head_without_anybody_asking(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        apart.run("-c", LATE)
        assert apart.run("-c", DRAFTS) == "0\n"
        tends = apart.start("manage.py", "tend", "--every", "0.2")
        apart.until("drafts().exists()", APOLOGIES)
        tends.send_signal(signal.SIGINT)
        tends.communicate(timeout=SECONDS)
        assert tends.returncode == 0
        assert apart.run("-c", DRAFTS) == "1\n"  # one, however many rounds
