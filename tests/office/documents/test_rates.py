"""The two rates of digital signing: one definition on the page and in the rules, with the rows behind each figure."""

from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from motcua.office.documents.files import current
from motcua.office.documents.models import Found, OutgoingDocument, Secrecy, Verdict
from motcua.office.documents.rates import rates
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.snapshot import write
from tests.office.documents import course
from tests.office.documents.signed import found
from tests.world import World, moment

FIRST, LAST = date(2023, 7, 27), date(2023, 7, 27)


def test_signed_by_either_and_signed_by_both_are_counted_apart(world: World) -> None:
    both, person, agency, neither = (course.issued(world) for _ in range(4))
    for document, said in (
        (both, "valid valid"),
        (person, "valid none"),
        (agency, "invalid valid"),
        (neither, "none none"),
    ):
        found(document, *said.split())

    of = rates(world.ward, FIRST, LAST)

    assert (of.signed.numerator, of.signed.denominator, of.signed.share) == (3, 4, Fraction(3, 4))
    assert (of.by_both.numerator, of.by_both.denominator) == (1, 4)
    assert of.by_both.counted == (both,)
    assert of.signed.others == (neither,)


def test_what_is_not_known_counts_on_neither_side(world: World) -> None:
    document = course.issued(world)
    OutgoingDocument.objects.update(on_paper=False)

    of = rates(world.ward, FIRST, LAST)

    assert of.signed.undecided == of.by_both.undecided == (document,)
    assert of.signed.share is None


def test_secret_documents_drafts_and_other_days_and_units_are_left_out(world: World) -> None:
    course.issued(world, secrecy=Secrecy.SECRET)
    course.sealed(world)
    found(course.issued(world), "none", "none")

    assert rates(world.ward, FIRST, LAST).signed.denominator == 1
    assert rates(world.ward, date(2023, 7, 28), date(2023, 8, 1)).signed.denominator == 0
    assert rates(world.elsewhere, FIRST, LAST).signed.denominator == 0


@pytest.mark.parametrize(("person", "agency"), list(product(Found, Found)))
def test_the_page_and_the_snapshot_say_the_same(world: World, tmp_path: Path, person: Found, agency: Found) -> None:
    """The rules read the snapshot: valid, or invalid or none, or not known."""
    found(course.issued(world), person, agency)
    write(tmp_path / "evidence", key=b"k" * 32, at=moment("2023-07-28 17:00"))

    row = pq.read_table(tmp_path / "evidence" / "outgoing_document.parquet").to_pylist()[0]
    told = {"valid": True, "invalid": False, "none": False, "unknown": None}
    by = (told[row["person_signature"]], told[row["agency_seal"]])
    of = rates(world.ward, FIRST, LAST)

    either = True if True in by else None if None in by else False
    both = False if False in by else None if None in by else True
    for rate, said in ((of.signed, either), (of.by_both, both)):
        assert (len(rate.counted), len(rate.others), len(rate.undecided)) == (said is True, said is False, said is None)


def test_what_was_signed_on_paper_counts_as_not_signed_digitally_whatever_its_scan_bears(
    world: World, tmp_path: Path
) -> None:
    document = course.issued(world)
    found(document, "valid", "valid")
    OutgoingDocument.objects.update(on_paper=True)

    of = rates(world.ward, FIRST, LAST)
    write(tmp_path / "evidence", key=b"k" * 32, at=moment("2023-07-28 17:00"))

    assert of.signed.others == of.by_both.others == (document,)
    row = pq.read_table(tmp_path / "evidence" / "outgoing_document.parquet").to_pylist()[0]
    assert (row["person_signature"], row["agency_seal"]) == ("none", "none")


def test_an_issued_document_is_evidence_and_a_secret_one_says_so_and_nothing_else(world: World, tmp_path: Path) -> None:
    open_one, secret = course.issued(world), course.issued(world, secrecy=Secrecy.TOP)
    course.sealed(world)
    receive(world.reception(), by=world.lan, at=course.DRAFTED)

    written = write(tmp_path / "evidence", key=b"k" * 32, at=moment("2023-07-28 17:00"))

    rows = pq.read_table(tmp_path / "evidence" / "outgoing_document.parquet").to_pylist()
    assert written["outgoing_document"] == 2
    assert [(row["document_id"], row["number"], row["kind"], row["secret"]) for row in rows] == [
        (str(open_one.pk), "01/TB-UBND", "Thông báo", False),
        (str(secret.pk), None, None, True),
    ]
    assert rows[0]["issued_on"] == FIRST
    assert rows[0]["person_signature"] == "none"
    assert "outgoing_document" not in pq.read_table(tmp_path / "evidence" / "coverage.parquet")["table"].to_pylist()


def test_a_verdict_belongs_to_the_last_file(world: World) -> None:
    document = course.issued(world)
    OutgoingDocument.objects.update(on_paper=False)
    first = document.files.order_by("pk")[0]
    Verdict.objects.create(file=first.file, person="valid", agency="valid", trust="t", checked_at=course.AFTER)

    assert current(OutgoingDocument.objects.get()) != first
    assert rates(world.ward, FIRST, LAST).signed.undecided == (document,)
