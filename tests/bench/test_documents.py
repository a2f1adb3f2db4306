"""What is promised of the figures of documents: every way makes what it is asked for, and each paper is another."""

import pytest

from bench.documents.batch import validated
from bench.documents.receipts import AT, bare, docxtpl, filled, ours, receipts, word_template
from bench.documents.results import Office
from bench.documents.signatures import bare as by_pyhanko
from bench.documents.signatures import held
from bench.documents.signatures import ours as by_us
from motcua.printing.forms import print_form


@pytest.mark.parametrize("way", [ours, bare, docxtpl])
def test_every_way_has_a_pace(way: object) -> None:
    assert callable(way)
    assert way(1) > 0


def test_no_two_receipts_are_alike() -> None:
    made = receipts(3)

    assert len({print_form(one, at=AT) for one in made}) == 3
    assert len({filled(word_template(), one) for one in made}) == 3


@pytest.fixture(scope="module")
def office() -> Office:
    return Office.made()


@pytest.mark.parametrize("stamped", [False, True])
def test_both_signers_have_a_pace(office: Office, *, stamped: bool) -> None:
    assert by_us(office, 1, stamped=stamped) > 0
    assert by_pyhanko(office, 1, stamped=stamped) > 0


def test_no_two_results_are_alike_and_a_changed_one_stops_the_run(office: Office) -> None:
    signed = office.signed(0)
    first, second = office.sealed(signed, 1), office.sealed(signed, 2)
    assert first != second
    with pytest.raises(SystemExit, match="does not hold"):
        held(office, first.replace(b"/Count 1", b"/Count 2", 1))


def test_a_part_of_a_batch_tells_what_it_took() -> None:
    part = validated(0, 2)
    assert part.number == 2
    assert part.processor > 0
    assert part.peak > 0
