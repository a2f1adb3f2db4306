"""A province's programme: targets it sets, rules it chooses, how sentences are grouped, what is recommended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from motcua.inspection.period import Period
from motcua.inspection.programme_check import check_programme
from motcua.inspection.rule import Domain, Rule
from motcua.language import Refusal, Words
from motcua.law import Setting, law

ODD_VALUE = Words(
    "{file}: có một ngày không có trên lịch ({why}); hãy ghi ngày có thật, hoặc đặt chữ trong dấu nháy.",
    "{file}: a day is on no calendar ({why}); write a real day, or put the text in quotes.",
)


@dataclass(frozen=True)
class Grouping:
    """Several rules, or slugs of recommendations, in one sentence, behind a common opening where there is one."""

    rules: tuple[str, ...]
    lead: str = ""


@dataclass(frozen=True)
class StandingText:
    """A recommendation or conclusion of the programme: always, or where one of the remedies in `when` is called for."""

    slug: str
    text: str
    domain: Domain | None = None
    levels: tuple[str, ...] = ()
    when: tuple[str, ...] = ()


@dataclass(frozen=True)
class Programme:
    name: str
    targets: Mapping[str, Setting]
    only: frozenset[str]
    without: frozenset[str]
    strengths: Sequence[Grouping]
    limitations: Sequence[Grouping]
    remedies: Mapping[str, str]
    texts: Sequence[StandingText]
    conclusions: Sequence[StandingText]
    keep_up: str
    decimals: int
    longest_list: int
    recommended: Sequence[Grouping] = ()

    def target(self, key: str, on: date) -> Setting | None:
        """The target in force: the programme's own, else the law's."""
        return self.targets.get(key) or law().values[key].on(on)

    def over(self, period: Period) -> Period:
        """The period with the figures that this programme sets over the law's."""
        return replace(period, figures=tuple(sorted((key, s.value) for key, s in self.targets.items())))

    def chooses(self, rule: Rule) -> bool:
        return rule.code not in self.without and (not self.only or rule.code in self.only)


def default_programme() -> Programme:
    """The programme of the project: every rule, targets as the law sets them."""
    return _made(_default())


def read_programme(path: Path) -> Programme:
    """A province's programme over the default one, its groups before the default's.

    Raises Refusal with the line and entry of the first mistake.
    """
    check_programme(path, remedies())
    base = _default()
    own = _own(path)
    own = {key: value for key, value in own.items() if value is not None}
    for key in ("targets", "recommendations"):
        own[key] = {**(base.get(key) or {}), **own.get(key, {})}
    first, after = own.get("groups", {}), base.get("groups") or {}
    own["groups"] = {kind: [*(first.get(kind) or ()), *(after.get(kind) or ())] for kind in {**first, **after}}
    return _made({**base, **own})


def _own(path: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8-sig")) or {}
    except ValueError as error:  # an unquoted day that no calendar has
        raise Refusal(ODD_VALUE, file=path.name, why=error) from error
    return content


def _default() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(
        files("motcua.inspection").joinpath("data/programme.yaml").read_text("utf-8")
    )
    return content


def _made(content: Mapping[str, Any]) -> Programme:
    groups, chosen = content.get("groups") or {}, content.get("rules") or {}
    return Programme(
        name=str(content.get("name", "")),
        targets={k: _setting(v) for k, v in (content.get("targets") or {}).items()},
        only=frozenset(chosen.get("only") or ()),
        without=frozenset(chosen.get("without") or ()),
        strengths=_groups(groups.get("strengths"), "rules"),
        limitations=_groups(groups.get("limitations"), "rules"),
        recommended=_groups(groups.get("recommendations"), "slugs"),
        remedies=remedies() | dict(content.get("recommendations") or {}),
        texts=[_standing(t) for t in content.get("texts") or ()],
        conclusions=[_standing(t) for t in content.get("conclusions") or ()],
        keep_up=str(content.get("keep_up", "")),
        decimals=int(content.get("decimals", 2)),
        longest_list=int(content.get("longest_list", 5)),
    )


def _groups(entries: Sequence[Mapping[str, Any]] | None, members: str) -> Sequence[Grouping]:
    return [Grouping(tuple(g[members]), g.get("lead", "")) for g in entries or ()]


def remedies() -> dict[str, str]:
    """Recommendations by slug, as the project words them. Raises ValueError where two files word the same one."""
    found: dict[str, str] = {}
    for book in sorted(files("motcua.inspection").joinpath("data/remedies").iterdir(), key=lambda f: f.name):
        content: dict[str, str] = yaml.safe_load(book.read_text("utf-8")) or {}
        if doubled := found.keys() & content.keys():
            raise ValueError(f"{book.name}: {', '.join(sorted(doubled))} stands in another file too")
        found |= content
    return found


def _setting(entry: Mapping[str, Any]) -> Setting:
    return Setting(date.min, Fraction(str(entry["value"])), str(entry["source"]))


def _standing(entry: Mapping[str, Any]) -> StandingText:
    domain = Domain(entry["domain"]) if entry.get("domain") else None
    levels, when = (tuple(entry.get(name) or ()) for name in ("levels", "when"))
    return StandingText(str(entry["slug"]), str(entry["text"]), domain, levels, when)
