"""Loads the published catalogue: a released version of each procedure in each era, and what units take in of it."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from motcua.evidence.catalogue import Paper, procedures
from motcua.evidence.catalogue import Procedure as Published
from motcua.evidence.published import ERAS
from motcua.office.people.models import Unit
from motcua.office.procedures.models import Component, OnlineLevel, Procedure, Service, Version
from motcua.office.procedures.versions import PaperTold, Told, built

SOURCE = "motcua/evidence/data/procedures.jsonl.gz:{line} (SOURCES.md)"
# A paper asked for in some cases alone, or advice among the papers, is not missing where it was not handed in.
IN_SOME_CASES = re.compile(r"trường hợp|\bnếu\b|không bắt buộc|đối với|\blưu ý\b|văn bản ủy quyền", re.I)
FORM = re.compile(r"^\W*(mẫu|tờ khai|đơn|phiếu|bản khai|biên bản|văn bản đề nghị|giấy đề nghị)", re.I)
KNOWN_TO_DATA = re.compile(r"hộ khẩu|nơi cư trú", re.I)
NAME, KIND = 1500, 300


@transaction.atomic
def load_catalogue(*, at: datetime) -> int:
    """Add what is not there yet; says how many versions were new. A term whose unit was guessed is left out."""
    there = set(Version.objects.values_list("procedure__code", "version"))
    told = [
        _told(published, line)
        for line, published in enumerate(procedures(), start=1)
        if published.code and published.domain and (published.code, published.era) not in there
    ]
    kept = _procedures({one.code for one in told})
    rows = [built(one, kept[one.code]) for one in told]
    for version, _, _ in rows:
        version.released_at = at
    Version.objects.bulk_create((version for version, _, _ in rows), batch_size=200)
    Component.objects.bulk_create((paper for _, papers, _ in rows for paper in papers), batch_size=400)
    return len(rows)


@transaction.atomic
def offer(units: Iterable[Unit], on: date) -> int:
    """Each unit takes in what its level is competent for in its days, as far as it does not yet."""
    there = set(Service.objects.values_list("unit_id", "procedure_id"))
    new = [
        Service(
            unit=unit,
            procedure_id=version.procedure_id,
            valid_from=max(unit.valid_from, version.in_force_from),
            valid_to=unit.valid_to,
        )
        for unit in units
        for version in _competent(unit, on)
        if (unit.pk, version.procedure_id) not in there
    ]
    Service.objects.bulk_create(new, batch_size=500)
    return len(new)


def _competent(unit: Unit, on: date) -> list[Version]:
    day = min(on, unit.valid_to) if unit.valid_to else on
    versions = Version.objects.filter(released_at__isnull=False, in_force_from__lte=day)
    return [one for one in versions.exclude(in_force_to__lt=day) if unit.level in one.levels]


def _procedures(codes: set[str]) -> dict[str, Procedure]:
    Procedure.objects.bulk_create(
        (Procedure(code=code) for code in sorted(codes)), ignore_conflicts=True, batch_size=500
    )
    return Procedure.objects.in_bulk(field_name="code")


def _told(published: Published, line: int) -> Told:
    begins, ends = ERAS[published.era]
    certain = published.term_value is not None and not published.term_guessed and not published.immediate
    return Told(
        code=published.code,
        version=published.era,
        name=published.name[:600],
        domain=published.domain[:160],
        in_force_from=begins,
        in_force_to=ends,
        levels=published.level,
        term_value=published.term_value if certain else None,
        term_unit=(published.term_unit or "") if certain else "",
        immediate=published.immediate,
        result_kind=published.result[:KIND],
        online_level=published.online_level or OnlineLevel.NONE,
        legal_bases=published.legal_basis,
        source=SOURCE.format(line=line),
        papers=[_paper(paper) for paper in published.components],
    )


def _paper(paper: Paper) -> PaperTold:
    some = paper.originals + paper.copies > 0
    by_data = KNOWN_TO_DATA.search(paper.name) is not None
    return PaperTold(
        name=paper.name[:NAME],
        originals=paper.originals,
        copies=paper.copies,
        required=some and not IN_SOME_CASES.search(paper.name),
        keeps_original=paper.originals > 0 and FORM.search(paper.name) is not None,
        replaced_by_data=by_data,
    )
