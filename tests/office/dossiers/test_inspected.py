"""The office's own snapshot inspected: clean where a guard stands, and what is planted around a guard is found."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.db.models import F
from pytest_django import Settings

from motcua.evidence.engines import DuckEngine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.catalogue import rules
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from motcua.office.documents.verdicts import verdict_of
from motcua.office.dossiers.acts.copy_signing import sign_copy_with
from motcua.office.dossiers.acts.digitisation import certify_copy, scan_paper
from motcua.office.dossiers.acts.reuse import reuse_copy
from motcua.office.dossiers.models import (
    BookEntry,
    DigitalCopy,
    Dossier,
    DossierComponent,
    Result,
    Slip,
    SlipKind,
    Step,
)
from motcua.office.dossiers.printed.books import stock_flow
from motcua.office.dossiers.snapshot import write
from motcua.office.people.models import Level, Unit, UnitKind
from motcua.office.records.store import path_of
from motcua.office.records.verifying import verify
from tests.office.dossiers import life
from tests.office.dossiers.compared import AGENCY, PERSON, Keys
from tests.office.records.scans import scan
from tests.world import BEGAN, World, moment, person

GUARDED = (
    "TTHC-006", "TTHC-007", "TTHC-008", "TTHC-010", "TTHC-012", "TTHC-013", "TTHC-015", "TTHC-027", "TTHC-028",
    "TTHC-030", "TTHC-031", "TTHC-055",
)  # fmt: skip
DIGITISED = ("TTHC-016", "TTHC-018", "TTHC-021", "TTHC-032")
JULY = Period.of(date(2023, 7, 1), date(2023, 7, 31))


def outcomes(world: World, folder: Path, *codes: str) -> dict[str, Outcome]:
    """What the rules say of ward 12 in July, read from a snapshot of the office."""
    write(folder / "evidence", key=b"k" * 32, at=moment("2023-07-31 17:00"))
    opened = open_snapshot(folder / "evidence")
    engine = DuckEngine({table: opened.paths(table) for table in CONTRACT})
    asked = [rule for rule in rules() if rule.code in codes]
    found = Inspection.open(engine, JULY, [world.ward.unit_id]).verdicts(*asked)
    return {verdict.rule.code: verdict.outcome for verdict in found}


def lives(world: World) -> None:
    """One dossier returned, one contract in work, one filed online by its owner."""
    life.returned(world)
    life.in_work(world, "contract")
    life.received(world, applicant=world.an, channel="online", submitter_account="an", return_way="online")


def in_a_department(world: World) -> None:
    rooms = Unit.objects.create(
        unit_id="w12.tp", name="Tư pháp", level=Level.COMMUNE, kind=UnitKind.DEPARTMENT, parent=world.ward,
        valid_from=BEGAN,
    )  # fmt: skip
    Dossier.objects.filter(returned_at__isnull=False).update(received_by_unit=rooms, returned_by_unit=rooms)


def on_one_account(world: World) -> None:
    """A clerk of the post files for all of them."""
    clerk = person("Lê Văn Ba", "087090000033")
    told = {"submitter": clerk, "submitter_kind": "post_office", "submitter_account": "buu-dien", "authority": "-"}
    Dossier.objects.update(channel="online", **told)


def issued_after_the_end(_: World) -> None:
    Result.objects.update(issued_at=F("issued_at") + timedelta(days=1))


PLANTED: dict[str, Callable[[World], object]] = {
    "TTHC-006": lambda _: DossierComponent.objects.update(kept_original=True),
    "TTHC-008": lambda _: BookEntry.objects.all().delete(),
    "TTHC-010": lambda _: Slip.objects.filter(kind=SlipKind.RECEIPT).update(component_rows=1),
    "TTHC-012": lambda _: Slip.objects.filter(kind=SlipKind.RECEIPT).delete(),
    "TTHC-013": lambda _: Slip.objects.filter(kind=SlipKind.CONTROL).delete(),
    "TTHC-015": lambda _: Step.objects.all().delete(),
    "TTHC-027": lambda _: Result.objects.update(to_desk_at=None),
    "TTHC-028": in_a_department,
    "TTHC-030": issued_after_the_end,
    "TTHC-031": on_one_account,
}


def test_what_is_guarded_has_a_clean_bill(world: World, tmp_path: Path) -> None:
    lives(world)

    found = outcomes(world, tmp_path, *GUARDED)

    assert found == dict.fromkeys(GUARDED, Outcome.MET)


@pytest.mark.parametrize("code", PLANTED)
def test_what_is_planted_around_a_guard_is_found(world: World, tmp_path: Path, code: str) -> None:
    lives(world)
    PLANTED[code](world)

    assert outcomes(world, tmp_path, code) == {code: Outcome.BREACHED}


@pytest.mark.parametrize("code", DIGITISED)
def test_results_are_digitised_where_each_has_a_copy(world: World, tmp_path: Path, code: str) -> None:
    for _ in range(2):
        life.digitised(world, life.settled(world))

    assert outcomes(world, tmp_path, code) == {code: Outcome.MET}


@pytest.mark.parametrize("code", ["TTHC-016", "TTHC-032"])
def test_results_left_on_paper_are_found(world: World, tmp_path: Path, code: str) -> None:
    lives(world)

    assert outcomes(world, tmp_path, code) == {code: Outcome.BREACHED}


def test_a_procedure_with_no_result_digitised_is_found_beside_one_that_has_some(world: World, tmp_path: Path) -> None:
    life.digitised(world, life.settled(world))
    other = life.settled(world)
    Dossier.objects.filter(pk=other.pk).update(version=world.versions["land"])

    assert outcomes(world, tmp_path, "TTHC-032") == {"TTHC-032": Outcome.BREACHED}


def test_a_copy_that_the_store_lost_does_not_count(world: World, tmp_path: Path) -> None:
    copy = life.digitised(world, life.settled(world))
    path_of(copy.file.sha256).unlink()
    assert len(list(verify(life.RETURNED))) == 1

    assert outcomes(world, tmp_path, "TTHC-032") == {"TTHC-032": Outcome.BREACHED}


def test_of_signatures_on_copies_nothing_is_said(world: World, tmp_path: Path) -> None:
    life.digitised(world, life.settled(world))

    silent = dict.fromkeys(("TTHC-019", "TTHC-020"), Outcome.NOT_ASSESSABLE)
    assert outcomes(world, tmp_path, *silent) == silent


def test_a_copy_counts_as_signed_and_sealed_by_what_its_signed_file_bears_alone(
    world: World, settings: Settings, tmp_path: Path
) -> None:
    """Whoever marks it signed without a signature is found out; the signatures themselves are what helps."""
    keys, copy = Keys.made(settings, tmp_path), life.digitised(world, life.settled(world))
    verdict_of(copy.file, life.RECORDED)
    breached = dict.fromkeys(("TTHC-019", "TTHC-020"), Outcome.BREACHED)
    assert outcomes(world, tmp_path / "scanned", *breached) == breached
    of = DigitalCopy.objects.filter(pk=copy.pk)
    of.update(signed=copy.file, certified_by=world.van, certified_at=life.RECORDED)
    assert outcomes(world, tmp_path / "claimed", *breached) == breached
    of.update(signed=None, certified_by=None, certified_at=None)

    sign_copy_with(keys.van, copy.pk, PERSON, by=world.van, at=life.RECORDED)
    half = {"TTHC-019": Outcome.MET, "TTHC-020": Outcome.BREACHED}
    assert outcomes(world, tmp_path / "signed", *half) == half
    sign_copy_with(keys.seal, copy.pk, AGENCY, by=world.van, at=life.RECORDED)
    whole = dict.fromkeys(("TTHC-019", "TTHC-020"), Outcome.MET)
    assert outcomes(world, tmp_path / "sealed", *whole) == whole


def test_papers_are_digitised_once_their_scans_were_compared_with_them(world: World, tmp_path: Path) -> None:
    dossier = life.received(world)
    copies = [
        scan_paper(dossier.pk, paper.no, contents=[scan(paper.no)], by=world.lan, at=life.MOVED)
        for paper in dossier.components.all()
    ]
    assert outcomes(world, tmp_path / "scanned", "TTHC-017") == {"TTHC-017": Outcome.BREACHED}

    for copy in copies:
        certify_copy(dossier.pk, copy.pk, by=world.lan, at=life.MOVED)

    assert outcomes(world, tmp_path / "compared", "TTHC-017") == {"TTHC-017": Outcome.MET}


def test_a_paper_used_again_digitises_its_dossier_and_the_evidence_says_so(world: World, tmp_path: Path) -> None:
    former, dossier = life.received(world), life.received(world, "land")
    copy = scan_paper(former.pk, 2, contents=[scan()], by=world.lan, at=life.MOVED)
    certify_copy(former.pk, copy.pk, by=world.lan, at=life.MOVED)
    reuse_copy(dossier.pk, 2, copy.pk, by=world.lan, at=life.TAKEN)

    assert outcomes(world, tmp_path, "TTHC-017") == {"TTHC-017": Outcome.MET}

    rows = pq.read_table(tmp_path / "evidence" / "dossier_component.parquet").to_pylist()
    told = {(row["dossier_id"], row["component_no"]): (row["digitised"], row["reused"]) for row in rows}
    assert told[former.code, 2] == (True, False)
    assert told[dossier.code, 2] == (True, True)
    assert told[dossier.code, 1] == (False, False)


def test_the_report_counts_as_late_what_the_inspection_counts(world: World, tmp_path: Path) -> None:
    lives(world)
    Dossier.objects.filter(finished_at__isnull=False).update(due_at=moment("2023-07-28 09:00"))
    Dossier.objects.filter(finished_at=None, submitter_account="").update(due_at=moment("2023-07-28 09:00"))
    write(tmp_path / "evidence", key=b"k" * 32, at=moment("2023-07-31 17:00"))
    opened = open_snapshot(tmp_path / "evidence")
    engine = DuckEngine({table: opened.paths(table) for table in CONTRACT})
    late = next(rule for rule in rules() if rule.code == "TTHC-029")

    (verdict,) = Inspection.open(engine, JULY, [world.ward.unit_id]).verdicts(late)

    total = stock_flow(world.ward, JULY.start, JULY.end).total
    assert verdict.tally.breached == total.late + total.open_late == 2
