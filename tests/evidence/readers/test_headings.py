"""Headings: complete for the contract, unambiguous within a table, found by meaning."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from motcua.evidence.readers import label, title, vocabulary
from motcua.evidence.readers.folding import fold
from motcua.evidence.readers.headings import columns, names
from motcua.evidence.readers.matching import match
from motcua.evidence.readers.vocabulary import synonyms
from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT

WORD_COLUMNS = [
    (t, c) for t, spec in CONTRACT.items() for c, column in spec.columns.items() if column.kind is Kind.WORD
]


@pytest.mark.parametrize("table", list(CONTRACT))
def test_every_table_and_column_has_a_vietnamese_label_of_its_own(table: str) -> None:
    assert title(table)
    labels = [label(table, column) for column in CONTRACT[table].columns]
    assert all(label(table, column) != column.replace("_", " ") for column in CONTRACT[table].columns)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("table", list(CONTRACT))
def test_every_label_is_recognised_as_its_column(table: str) -> None:
    heads = [(label(table, column),) for column in columns(table)]
    found = match(heads, table, {}).columns
    assert found == {column: at for at, column in enumerate(columns(table))}


@pytest.mark.parametrize("table", list(CONTRACT))
def test_every_english_name_is_recognised(table: str) -> None:
    found = match([(column,) for column in CONTRACT[table].columns], table, {}).columns
    assert found == {column: at for at, column in enumerate(CONTRACT[table].columns)}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("MÃ HỒ SƠ", "dossier_id"),
        ("ma ho so", "dossier_id"),
        (unicodedata.normalize("NFD", "Mã hồ sơ"), "dossier_id"),
        ("Mã\nhồ sơ", "dossier_id"),
        ("Mã HS (H20...)", "dossier_id"),
        ("Ngày hẹn trả:", "due"),
        ("Kết quả trả ngày", "returned"),
        ("Ngày tiếp nhận hồ sơ (giờ, ngày)", "received"),
        ("CQ giải quyết", "competent_unit_id"),
        ("Cơ quan chủ trì giải quyết hồ sơ", "competent_unit_id"),
        ("Ngay tiep nhân", "received"),
    ],
)
def test_headings_are_matched_by_meaning(heading: str, column: str) -> None:
    assert match([(heading,)], "dossier", {}).columns == {column: 0}


@pytest.mark.parametrize(("heading", "column"), [("Tên văn bản cần ban hành", "kind"), ("Nội dung công việc", "kind")])
def test_a_name_a_kind_or_a_subject_is_the_thing_itself(heading: str, column: str) -> None:
    assert match([(heading,)], "obligation", {}).columns == {column: 0}


def test_the_subject_of_a_document_is_not_its_kind() -> None:
    assert match([("Nội dung văn bản",)], "outgoing_document", {}).columns == {}


@pytest.mark.parametrize("heading", ["Ngày", "Quê quán", "Ngày sinh", "Kết quả", "Nơi cấp", "Đánh giá"])
def test_what_is_not_clear_is_not_guessed(heading: str) -> None:
    assert match([(heading,)], "dossier", {}).columns == {}


@pytest.mark.parametrize(("table", "column"), WORD_COLUMNS)
def test_every_word_of_a_list_has_vietnamese_and_none_stands_for_two(table: str, column: str) -> None:
    known = synonyms(table, column)
    assert set(known) == set(CONTRACT[table].columns[column].words)
    folded = [fold(word) for theirs in known.values() for word in set(map(fold, theirs)) if fold(word)]
    assert len(folded) == len(set(folded))


@pytest.mark.parametrize("table", list(CONTRACT))
def test_no_heading_of_a_table_stands_for_two_columns_by_its_own_list(table: str) -> None:
    seen: dict[str, str] = {}
    for column in columns(table):
        first = fold(names(table, column)[0])
        assert seen.setdefault(first, column) == column


@pytest.mark.parametrize("name", ["headings.yaml", "words.yaml"])
def test_no_key_of_a_data_file_stands_twice(name: str) -> None:
    def keys(node: yaml.Node, path: str) -> list[str]:
        if not isinstance(node, yaml.MappingNode):
            return []
        own = [f"{path}/{key.value}" for key, _ in node.value]
        return own + [deep for key, value in node.value for deep in keys(value, f"{path}/{key.value}")]

    text = (Path(vocabulary.__file__).parent / name).read_text(encoding="utf-8")
    root = yaml.compose(text)
    assert root is not None
    found = keys(root, "")
    assert len(found) == len(set(found))
