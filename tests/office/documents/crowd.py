"""Many at once who number, and who ask and answer the same: `python -m tests.office.documents.crowd ACT`."""

import json
import sys
from functools import partial

from tests.office.crowd import THREADS, together  # its import sets Django up

from django.conf import settings  # isort: skip
from motcua.office.documents.acts.asking import answer, ask_signature  # isort: skip
from motcua.office.documents.acts.register import number  # isort: skip
from motcua.office.documents.models import Capacity, DocumentFile, OutgoingDocument, SigningRequest  # isort: skip
from motcua.office.journal.models import Entry  # isort: skip
from motcua.office.journal.verifying import verify  # isort: skip
from motcua.office.people.models import Role  # isort: skip
from tests import world as cast  # isort: skip
from tests.office.documents import course  # isort: skip
from tests.office.documents.engine import PATH, Signs  # isort: skip


def numbering() -> dict[str, object]:
    """Clerks of two units who number at once, and all of them one document."""
    world = cast.build()
    clerk, head, drafts = (
        cast.officer(name, name, world.elsewhere, role)
        for name, role in (("van13", Role.CLERK), ("hoa13", Role.HEAD), ("minh13", Role.SPECIALIST))
    )
    here = [course.signed(world) for _ in range(THREADS * 2)]
    there = [course.signed_by(course.told(world, unit=world.elsewhere, signer=head), drafts) for _ in range(8)]
    works = [partial(number, one.pk, by=world.van, at=course.NUMBERED) for one in here]
    works += [partial(number, one.pk, by=clerk, at=course.NUMBERED) for one in there]
    errors = together(works)
    wanted = course.signed(world)
    refusals = together([partial(number, wanted.pk, by=world.van, at=course.NUMBERED)] * THREADS)
    return {
        "errors": errors,
        "refused": len(refusals),
        "documents": len(here) + 1,
        "general": drawn("w12"),
        "elsewhere": drawn("w13"),
        "faults": [str(fault) for fault in verify()],
    }


def signing() -> dict[str, object]:
    """Each of some documents is asked for by four at once, and each answer is sent by four at once."""
    settings.SIGNING_ENGINE = PATH
    world = cast.build()
    key = Signs("Lê Thị Hoà")
    documents = [course.approved(world).pk for _ in range(THREADS // 4)]
    asks = [
        partial(ask_signature, pk, Capacity.PERSON, key.chain(), by=world.hoa, at=course.SIGNED) for pk in documents
    ]
    errors = together(asks * 4)
    said = [(one.pk, key.sign(one.said)) for one in SigningRequest.objects.all()]
    errors += together([partial(answer, pk, given, by=world.hoa, at=course.SIGNED) for pk, given in said] * 4)
    return {
        "errors": errors,
        "documents": len(documents),
        "requests": SigningRequest.objects.count(),
        "signed": DocumentFile.objects.filter(step="signed").count(),
        "lines": Entry.objects.filter(act="document.signed").count(),
        "faults": [str(fault) for fault in verify()],
    }


def drawn(unit: str) -> list[int | None]:
    rows = OutgoingDocument.objects.filter(unit__unit_id=unit).order_by("number")
    return list(rows.values_list("number", flat=True))


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"numbering": numbering, "signing": signing}[sys.argv[1]]()))
