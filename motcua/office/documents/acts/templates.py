"""Word templates that an office edits itself: kept, replaced by a better one of the same name, taken out of use."""

from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.documents import word, word_parts
from motcua.office.documents.files import judged_word
from motcua.office.documents.guards.drafting import written
from motcua.office.documents.kinds import kind
from motcua.office.documents.models import Template
from motcua.office.documents.names import KNOWN
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import authorise
from motcua.office.records.store import keep

NAME = Words(vi="tên mẫu", en="the name of the template")
RETIRED = Words(vi="Mẫu “{name}” đã thôi dùng.", en="The template “{name}” is out of use already.")


@transaction.atomic
def keep_template(unit: Unit, *, name: str, kind_code: str, content: BinaryIO, by: Officer, at: datetime) -> Template:
    """A template for one kind; one of that name before it is taken out of use. Raises Refusal where it is none."""
    term = authorise(by, "document.template", unit, None, timezone.localdate(at))
    content.seek(0)
    given = word_parts.checked(content.read(word_parts.AT_MOST + 1))
    named = word.left_open(given)
    word.merged(given, {place: place for place in KNOWN.union(named)})  # what cannot be merged is told now
    places = [place for place in named if place not in KNOWN]
    name = written(name, unit, NAME, 160)
    Template.objects.filter(unit=unit, name=name, retired_at=None).update(retired_at=at)
    file = keep(BytesIO(given), judged_word(given), at=at)
    kept = Template.objects.create(
        unit=unit, name=name, kind=kind(kind_code).code, file=file, places=places, kept_by=by, kept_at=at
    )
    said: dict[str, object] = {"name": name, "kind": kind_code, "file": file.sha256, "places": places}
    _journal("document.template_kept", kept, by, str(term), at, said)
    return kept


@transaction.atomic
def retire_template(template: int, *, by: Officer, at: datetime) -> Template:
    """Nothing new is drafted from it; documents made from it stay."""
    kept = Template.objects.select_for_update(of=("self",)).select_related("unit").get(pk=template)
    term = authorise(by, "document.template", kept.unit, None, timezone.localdate(at))
    if kept.retired_at is not None:
        raise Refusal(RETIRED, name=kept.name)
    kept.retired_at = at
    kept.save(update_fields=["retired_at"])
    _journal("document.template_retired", kept, by, str(term), at, {"name": kept.name})
    return kept


def _journal(act: str, template: Template, by: Officer, authority: str, at: datetime, said: dict[str, object]) -> None:
    unit = template.unit.unit_id
    write(act, f"template {template.pk}", unit=unit, by=by.username, authority=authority, at=at, new=said)
