"""Reading the QR code of a citizen card."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.language import Refusal, Words
from motcua.office.people import cards
from motcua.office.people.cards import SEXES, Card, check_number, masked, read_card

BINH = "087090000011|341234567|Phạm Văn Bình|27071990|Nam|Ấp 3, Mỹ Hiệp, Cao Lãnh, Đồng Tháp|10052021"
words = st.text(st.characters(codec="utf-8", exclude_characters="|", exclude_categories=("Cc", "Cs", "Z")), min_size=1)


@st.composite
def held(draw: st.DrawFn) -> Card:
    """Cards as they could be issued: the number fits the year of birth and the sex."""
    born, sex = draw(st.dates(date(1900, 1, 1), date(2399, 12, 31))), draw(st.sampled_from(SEXES))
    century = (born.year - 1900) // 100 * 2 + SEXES.index(sex)
    number = f"{draw(st.integers(1, 96)):03d}{century}{born.year % 100:02d}{draw(st.integers(0, 999_999)):06d}"
    old = draw(st.sampled_from(["", "341234567", "087090000099"]))
    issued = draw(st.none() | st.dates(date(2016, 1, 1), date(2099, 12, 31)))
    return Card(number, old, draw(words), born, sex, draw(words | st.just("")), issued)


def typed(card: Card, after: str = "") -> str:
    issued = card.issued_on.strftime("%d%m%Y") if card.issued_on else ""
    born = f"{card.birth_on:%d%m}{card.birth_on.year:04d}"
    return "|".join([card.number, card.old_number, card.name, born, card.sex, card.address, issued]) + after


@given(held(), st.sampled_from(["", "|", "||||", "\n", "||||\r\n"]))
def test_a_card_is_read_as_it_was_written_whatever_empty_fields_follow(card: Card, after: str) -> None:
    assert read_card(typed(card, after)) == card


@given(held(), st.integers(1, 99))
def test_a_card_of_another_year_of_birth_is_refused(card: Card, years: int) -> None:
    other = card.birth_on.replace(day=1, year=card.birth_on.year + years)
    _refused(cards.WRONG_YEAR, typed(Card(**(vars(card) | {"birth_on": other}))))


@given(held())
def test_a_card_of_the_other_sex_is_refused(card: Card) -> None:
    other = SEXES[1 - SEXES.index(card.sex)]
    _refused(cards.WRONG_SEX, typed(Card(**(vars(card) | {"sex": other}))))


@given(st.text())
def test_any_other_text_is_refused_in_a_sentence_or_read(text: str) -> None:
    try:
        card = read_card(text)
    except Refusal as refused:
        assert str(refused)
    else:
        assert len(card.number) == 12


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("087090000011", cards.TOO_SHORT),
        (BINH.replace("087090000011", "08709000001"), cards.BAD_NUMBER),
        (BINH.replace("087090000011", "０８７090000011"), cards.BAD_NUMBER),
        (BINH.replace("27071990", "31021990"), cards.BAD_DAY),
        (BINH.replace("27071990", "1990-07-27"), cards.BAD_DAY),
        (BINH.replace("Phạm Văn Bình", " "), cards.NO_NAME),
    ],
)
def test_what_is_wrong_is_said(text: str, sentence: Words) -> None:
    _refused(sentence, text)


def test_an_organisation_or_unknown_sex_is_not_held_against_the_number() -> None:
    check_number("087090000011", date(1990, 7, 27), "")


def test_a_number_is_shown_by_its_ends() -> None:
    assert masked("087090000011") == "087••••••011"


def _refused(sentence: Words, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_card(text)
    assert refused.value.words == sentence
