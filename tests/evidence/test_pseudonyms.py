"""What is promised of pseudonyms: the same person under the same key, nothing without the key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evidence.pseudonyms import key_file, masked, normalised, pseudonyms, read_or_create_key
from motcua.language import Refusal

KEY, OTHER_KEY = b"k" * 32, b"o" * 32


@given(st.text(min_size=1))
def test_one_key_gives_one_pseudonym_and_another_key_another(person: str) -> None:
    first, again, other = pseudonyms(KEY)(person), pseudonyms(KEY)(person), pseudonyms(OTHER_KEY)(person)

    assert first == again != other
    assert len(first) == 32


@pytest.mark.parametrize("spelling", ["0912345678", "912345678", "+84 912 345 678", "0912.345.678", "84912345678"])
def test_a_telephone_has_one_pseudonym_however_it_is_written(spelling: str) -> None:
    assert normalised(spelling) == "0912345678"


def test_a_name_has_one_pseudonym_in_any_case_spacing_and_unicode_form() -> None:
    composed, decomposed = "Nguyễn  Văn Bình", "nguyễn văn bình"

    assert pseudonyms(KEY)(composed) == pseudonyms(KEY)(decomposed)


def test_names_that_differ_by_a_tone_are_two_persons() -> None:
    assert pseudonyms(KEY)("Trần Thị Hoà") != pseudonyms(KEY)("Trần Thị Hoa")


def test_a_new_key_is_for_its_owner_alone_and_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "motcua.key"
    key, made = read_or_create_key(path)

    assert made
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_or_create_key(path) == (key, False)


def test_a_key_inside_the_snapshot_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="motcua"):
        key_file(tmp_path / "snapshot", tmp_path / "snapshot" / "motcua.key")


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "short").write_text("secret")

    with pytest.raises(Refusal, match="16"):
        read_or_create_key(tmp_path / "short")


def test_a_key_file_that_was_named_must_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_KEY_FILE", str(tmp_path / "nowhere"))

    with pytest.raises(Refusal, match="nowhere"):
        key_file(tmp_path / "snapshot", None)


def test_masking_leaves_the_first_and_the_last_letter() -> None:
    assert masked("Nguyễn Văn Bình") == "N*************h"
    assert masked("Lan") == "***"
