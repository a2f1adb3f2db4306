"""docs/statements.csv: every statement of the notice, the rules that find it, what keeps the office from it."""

import csv
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from motcua.inspection.catalogue import rules

ROOT = Path(__file__).parents[2]
BLOCKED = {"X2b10", "X2b3", "X2b5", "X2b6", "X2b7", "X2b8", "H2b2", "H2b3", "H2b5", "H2b6"}
WARNED = {"X2b2", "X2b4", "X2b9", "X4a1", "H2b4", "H2b7", "H2b8", "H5b2"}


def rows(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader((ROOT / path).read_text("utf-8").splitlines()))


MAPPED = rows("docs/statements.csv")
EXAMPLE = {row["id"]: row for row in rows("examples/cao-lanh-2023/statements.csv")}


def test_all_ninety_seven_statements_are_mapped_once() -> None:
    assert [row["id"] for row in MAPPED] == list(EXAMPLE)
    assert len(MAPPED) == 97


def test_the_rules_are_those_of_the_catalogue_and_of_the_example() -> None:
    known = {rule.code for rule in rules()}
    for row in MAPPED:
        found = set(row["rule"].split())
        asked = {name for name in EXAMPLE[row["id"]]["yields"].replace("/", " ").split() if name in known}
        assert found <= known, row
        assert asked <= found, row


def guards() -> Iterator[tuple[str, str]]:
    yield from ((row["id"], guard) for row in MAPPED for guard in row["guard"].split())


@pytest.mark.parametrize(("statement", "guard"), list(guards()))
def test_each_guard_is_a_function_or_a_constraint_that_exists(statement: str, guard: str) -> None:
    if "." in guard:
        module, _, name = guard.rpartition(".")
        assert callable(getattr(import_module(module), name)), statement
    else:
        assert guard in {one.name for model in apps.get_models() for one in model._meta.constraints}, statement


def test_what_is_to_be_blocked_or_warned_of_has_its_guard() -> None:
    assert {statement for statement, _ in guards()} >= BLOCKED | WARNED
