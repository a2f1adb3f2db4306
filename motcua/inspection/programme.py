"""A province's programme: targets it sets, rules it chooses, how sentences are grouped, what is recommended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NoReturn

import yaml

from motcua.inspection.period import Period
from motcua.inspection.rule import Domain, Rule
from motcua.language import Refusal, Words
from motcua.law import Setting, law

WRONG = Words("Chương trình {file}: {what}.", "Programme {file}: {what}.")
KEYS = frozenset(
    {
        "name",
        "targets",
        "rules",
        "groups",
        "recommendations",
        "texts",
        "keep_up",
        "conclusions",
        "decimals",
        "longest_list",
    }
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
    return _made(_content(files("motcua.inspection").joinpath("data/programme.yaml")), "programme.yaml")


def read_programme(path: Path) -> Programme:
    """A province's programme over the default one, its groups before the default's.

    Raises Refusal with the place of the first mistake.
    """
    base = _content(files("motcua.inspection").joinpath("data/programme.yaml"))
    own = _content(path)
    for key in ("targets", "recommendations"):
        own[key] = {**(base.get(key) or {}), **_mapping(own.get(key) or {}, path.name, key)}
    first, after = _mapping(own.get("groups") or {}, path.name, "groups"), base.get("groups") or {}
    own["groups"] = {kind: [*(first.get(kind) or ()), *(after.get(kind) or ())] for kind in {**first, **after}}
    return _made({**base, **own}, path.name)


def _content(path: Path | Traversable) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        _refuse(path.name, f"{error}".replace("\n", " "), f"{error}".replace("\n", " "))
    return _mapping(content or {}, path.name, "")


def _made(content: dict[str, Any], file: str) -> Programme:
    if unknown := content.keys() - KEYS:
        named = ", ".join(sorted(unknown))
        _refuse(file, f"không có mục “{named}”", f"there is no entry “{named}”")
    groups = _mapping(content.get("groups") or {}, file, "groups")
    chosen = _mapping(content.get("rules") or {}, file, "rules")
    return Programme(
        name=str(content.get("name", "")),
        targets={k: _setting(k, v, file) for k, v in (content.get("targets") or {}).items()},
        only=frozenset(chosen.get("only") or ()),
        without=frozenset(chosen.get("without") or ()),
        strengths=_groups(groups.get("strengths"), "rules"),
        limitations=_groups(groups.get("limitations"), "rules"),
        recommended=_groups(groups.get("recommendations"), "slugs"),
        remedies=remedies() | dict(content.get("recommendations") or {}),
        texts=[_standing(t, file) for t in content.get("texts") or ()],
        conclusions=[_standing(t, file) for t in content.get("conclusions") or ()],
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


def _setting(key: str, entry: object, file: str) -> Setting:
    if key not in law().values:
        _refuse(file, f"không có chỉ tiêu “{key}”", f"there is no target “{key}”")
    given = _mapping(entry, file, f"targets.{key}")
    if "value" not in given or "source" not in given:
        _refuse(file, f"chỉ tiêu “{key}” cần value và source", f"target “{key}” needs value and source")
    return Setting(date.min, Fraction(str(given["value"])), str(given["source"]))


def _standing(entry: object, file: str) -> StandingText:
    given = _mapping(entry, file, "texts")
    if not given.get("slug") or not given.get("text"):
        _refuse(file, "mỗi kiến nghị cần slug và text", "each text needs slug and text")
    domain = Domain(given["domain"]) if given.get("domain") else None
    return StandingText(
        given["slug"], given["text"], domain, tuple(given.get("levels") or ()), tuple(given.get("when") or ())
    )


def _mapping(value: object, file: str, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        _refuse(file, f"mục “{place}” phải là bảng tên: giá trị", f"entry “{place}” must map names to values")
    return value


def _refuse(file: str, vi: str, en: str) -> NoReturn:
    raise Refusal(
        Words(WRONG.vi.replace("{what}", "{vi}"), WRONG.en.replace("{what}", "{en}")), file=file, vi=vi, en=en
    )
