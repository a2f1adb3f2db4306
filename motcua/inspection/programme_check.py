"""Holds a province's programme file to what a programme may say; the first mistake is named with its line and entry."""

from collections.abc import Collection
from fractions import Fraction
from pathlib import Path

from motcua.inspection.catalogue import rules
from motcua.inspection.entries import ABSENT, Entries, Where, near, read_entries
from motcua.inspection.rule import Domain
from motcua.language import Words
from motcua.law import law

KEYS = ("name", "targets", "rules", "groups", "recommendations", "texts", "keep_up", "conclusions")
FIGURES = ("decimals", "longest_list")
DECIMALS = ("0", "1", "2", "3", "4")
LEVELS = ("province", "district", "commune")
GROUPS = {"strengths": "rules", "limitations": "rules", "recommendations": "slugs"}
ANY_LIMITATION = "any_limitation"
NOT_NUMBER = Words(
    "“{value}” không phải là số từ 0, như 30 hoặc 97.5.", "“{value}” is not a number from 0, as 30 or 97.5."
)
UNKNOWN = Words("không có “{value}”; gần giống: {near}.", "there is no “{value}”; like it: {near}.")
OVER_HUNDRED = Words("“{value}” lớn hơn 100 phần trăm.", "“{value}” is over 100 percent.")


def check_programme(path: Path, remedies: Collection[str]) -> None:
    """Raises Refusal with line and entry of the first mistake. `remedies`: slugs that a recommendation may have."""
    top = read_entries(path, (*KEYS, *FIGURES))
    _plain(top)
    _targets(top)
    codes = {rule.code for rule in rules()}
    if chosen := top.under("rules", ("only", "without")):
        _known(chosen, "only", codes)
        _known(chosen, "without", codes)
    called = {rule.remedy for rule in rules()}
    slugs = _standing(top, "texts", called) | _standing(top, "conclusions", called | {ANY_LIMITATION})
    if given := top.under("recommendations", sorted(remedies)):
        for slug in given.nodes:
            given.needed(slug)
    _groups(top, {"rules": codes, "slugs": slugs | set(remedies)})


def _plain(top: Entries) -> None:
    """What is one text or number."""
    for name in ("name", "keep_up"):
        top.text(name)
    top.whole("longest_list")
    if top.has("decimals"):
        top.one_of("decimals", DECIMALS)


def _targets(top: Entries) -> None:
    given = top.under("targets", sorted(law().values))
    if given is None:
        return
    for key in given.nodes:
        entry = given.under(key, ("value", "source")) or given.at(key).refuse(ABSENT)
        value = entry.needed("value")
        number = _number(value, entry.at("value"))
        if law().values[key].unit == "percent" and number > 100:
            entry.at("value").refuse(OVER_HUNDRED, value=value)
        entry.needed("source")


def _number(text: str, where: Where) -> Fraction:
    try:
        number = Fraction(text)
    except (ValueError, ZeroDivisionError):
        where.refuse(NOT_NUMBER, value=text)
    return number if number >= 0 else where.refuse(NOT_NUMBER, value=text)


def _standing(top: Entries, name: str, called: Collection[str]) -> set[str]:
    """The slugs of standing texts, each entry checked."""
    slugs = set()
    for entry in top.each(name, ("slug", "text", "domain", "levels", "when")):
        slugs.add(entry.needed("slug"))
        entry.needed("text")
        if entry.has("domain"):
            entry.one_of("domain", tuple(Domain))
        _known(entry, "levels", LEVELS)
        _known(entry, "when", called)
    return slugs


def _groups(top: Entries, members: dict[str, set[str]]) -> None:
    given = top.under("groups", tuple(GROUPS))
    if given is None:
        return
    for kind, named in GROUPS.items():
        for entry in given.each(kind, (named, "lead")):
            if not entry.texts(named):
                entry.at(named).refuse(ABSENT)
            _known(entry, named, members[named])
            entry.text("lead")


def _known(entry: Entries, name: str, known: Collection[str]) -> None:
    for value in entry.texts(name):
        if value not in known:
            entry.at(name).refuse(UNKNOWN, value=value, near=near(value, known))
