"""Which language is spoken, and how a refusal carries its sentence."""

import pytest

from motcua.language import Refusal, Words, say, speak

GREETING = Words("Chào {name}.", "Hello {name}.")


@pytest.mark.parametrize(
    ("setting", "language"), [("en", "en"), ("EN", "en"), ("en_GB.UTF-8", "en"), ("vi", "vi"), ("fr", "vi"), ("", "vi")]
)
def test_the_environment_chooses_and_vietnamese_is_the_default(
    monkeypatch: pytest.MonkeyPatch, setting: str, language: str
) -> None:
    monkeypatch.setenv("MOTCUA_LANG", setting)
    assert speak() == language


def test_vietnamese_is_spoken_where_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTCUA_LANG", raising=False)
    assert say(GREETING, name="Lan") == "Chào Lan."


def test_a_refusal_speaks_the_language_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "en")
    assert str(Refusal(GREETING, name="Lan")) == "Hello Lan."


def test_braces_in_what_is_filled_in_stay_as_they_are() -> None:
    assert GREETING.vi.format(name="{x}") == "Chào {x}."
    assert str(Refusal(Words("{name}", "{name}"), name="{x}")) == "{x}"
