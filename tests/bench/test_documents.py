"""What is promised of the figures of documents: every way makes what it is asked for, and each paper is another."""

import pytest

from bench.documents.receipts import AT, bare, docxtpl, filled, ours, receipts, word_template
from motcua.printing.forms import print_form


@pytest.mark.parametrize("way", [ours, bare, docxtpl])
def test_every_way_has_a_pace(way: object) -> None:
    assert callable(way)
    assert way(1) > 0


def test_no_two_receipts_are_alike() -> None:
    made = receipts(3)

    assert len({print_form(one, at=AT) for one in made}) == 3
    assert len({filled(word_template(), one) for one in made}) == 3
