"""Two officers and many hands at once over the same digital copies: `python -m tests.office.dossiers.signing_crowd`."""

import json
import sys
from functools import partial

from tests.office.crowd import THREADS, together  # its import sets Django up

from django.conf import settings  # isort: skip
from motcua.language import Refusal  # isort: skip
from motcua.office.documents.models import Capacity  # isort: skip
from motcua.office.dossiers.acts.copy_signing import answer_copy, ask_copy_signature  # isort: skip
from motcua.office.dossiers.guards import copy_signing as guards  # isort: skip
from motcua.office.dossiers.models import CopySigning, DigitalCopy  # isort: skip
from motcua.office.journal.models import Entry  # isort: skip
from motcua.office.journal.verifying import verify  # isort: skip
from tests import world as cast  # isort: skip
from tests.office.documents.engine import PATH, Signs  # isort: skip
from tests.office.dossiers.compared import SIGNED, scanned  # isort: skip


def main() -> dict[str, object]:
    """Each copy is asked for by two officers, twice each, and each answer is sent four times."""
    settings.SIGNING_ENGINE = PATH
    world = cast.build()
    keys = {world.van: Signs("Võ Thị Vân"), world.minh: Signs("Trần Văn Minh")}
    copies = [scanned(world).pk for _ in range(THREADS // 4)]
    asks = [
        partial(ask_copy_signature, pk, Capacity.PERSON, key.chain(), by=by, at=SIGNED)
        for pk in copies
        for by, key in keys.items()
    ]
    said = together(asks * 2)
    answers = [
        partial(answer_copy, one.pk, keys[one.officer].sign(bytes(one.said)), by=one.officer, at=SIGNED)
        for one in CopySigning.objects.filter(given_up_at=None).select_related("officer")
    ]
    said += together(answers * 4)
    waited = str(Refusal(guards.BEING_SIGNED, code="", officer="", until="")).split(":", 1)[1].split("đang")[1][:20]
    return {
        "copies": len(copies),
        "unexpected": [one for one in said if waited not in one],
        "signed": DigitalCopy.objects.filter(signed__isnull=False).count(),
        "lines": Entry.objects.filter(act="dossier.copy_signed").count(),
        "faults": [str(fault) for fault in verify()],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
