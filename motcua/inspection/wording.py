"""How a verdict is worded: the rule's own sentence with its figures, what the unit declared, what a sample showed."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache

from motcua.inspection.catalogue import rules
from motcua.inspection.verdict import Declared, Verdict
from motcua.language import counted, percent, share_word
from motcua.law import Setting

OF_DRAWN = {"result": "kết quả của ", "slip": "giấy, phiếu của "}  # a drawn dossier may have several
SHARE_OF = {"on_time_share": "đúng hạn "}  # where the rule's own words are about the opposite
LONGEST = 4  # labels named in one sentence


def worded(template: str, verdict: Verdict, decimals: int, praise: Setting | None = None) -> str:
    """The template with the verdict's figures, followed by what qualifies them."""
    tally = verdict.tally
    text = template.format(
        examined=counted(tally.decided),
        kept=counted(tally.kept),
        breached=counted(tally.breached),
        unknown=counted(tally.unknown),
        rate="" if verdict.rate is None else percent(verdict.rate, decimals),
        target=target_text(verdict, decimals),
        abouts=named(verdict.abouts),
        kept_abouts=named(verdict.kept_abouts),
        kept_counts="; ".join(f"{label}: {counted(number)}" for label, number in verdict.kept_abouts[:LONGEST]),
        sound=named(sound_labels(verdict, praise)),
        word=share_word(tally.kept, tally.decided),
        breached_word=share_word(tally.breached, tally.decided),
    )
    text = text[:1].upper() + text[1:]
    return text + drawn_note(verdict, text) + declared_note(verdict, decimals)


def named(labels: Sequence[tuple[str, int]]) -> str:
    """Labels in one breath: up to four (or all five), and how many more; a rule's code is said as its title."""
    most = LONGEST if len(labels) > LONGEST + 1 else LONGEST + 1  # to name one more is as short as to count it
    shown = "; ".join(titles().get(label, label) for label, _ in labels[:most])
    rest = len(labels) - most
    return f"{shown}; và {counted(rest)} nội dung khác" if rest > 0 else shown


@cache
def titles() -> Mapping[str, str]:
    """Vietnamese titles of the rules by their code."""
    return {rule.code: rule.title.vi for rule in rules()}


def sound_labels(verdict: Verdict, praise: Setting | None) -> tuple[tuple[str, int], ...]:
    """Labels of which the share kept reaches the praised share, most cases first."""
    floor = Fraction(100) if praise is None else praise.value
    wrong = dict(verdict.abouts)
    return tuple(
        (label, kept) for label, kept in verdict.kept_abouts if 100 * kept >= floor * (kept + wrong.get(label, 0))
    )


def target_text(verdict: Verdict, decimals: int) -> str:
    if verdict.target is None or verdict.rule.measure is None:
        return ""
    if verdict.rule.measure.kind == "share":
        return percent(verdict.target.value / 100, decimals)
    return counted(int(verdict.target.value))


def drawn_note(verdict: Verdict, said: str) -> str:
    """Says that only the paper of drawn dossiers answered, and how many of them were wrong if `said` does not yet."""
    tally = verdict.tally
    if not tally.drawn or tally.drawn < tally.decided:
        return ""
    wrong = f"{counted(tally.breached)}/" if tally.breached else ""
    figure = f"{wrong}{counted(tally.decided)}"
    what = OF_DRAWN.get(verdict.rule.population, "")
    if figure in (word.strip("(),;") for word in said.split()):
        return f" (trong số {what}hồ sơ được rút để kiểm tra)"
    return f" ({figure} {what}hồ sơ được rút để kiểm tra)"


def declared_note(verdict: Verdict, decimals: int) -> str:
    """The unit's own figure beside the computed one."""
    if not verdict.declared:
        return ""
    own = "; ".join(declared_text(figure, verdict, decimals) for figure in verdict.declared)
    if verdict.rate is None:
        return f" (đơn vị báo cáo {own}; chưa có hồ sơ chứng minh)"
    return f" (đơn vị báo cáo {own}; tính từ hồ sơ {percent(verdict.rate, decimals)})"


def declared_shown(verdict: Verdict, decimals: int) -> str:
    """The unit's own figures for a table, marked where no record stands beside them."""
    own = "; ".join(declared_text(figure, verdict, decimals) for figure in verdict.declared)
    return f"{own} (chưa có hồ sơ chứng minh)" if own and verdict.rate is None else own


def declared_text(figure: Declared, verdict: Verdict, decimals: int) -> str:
    share = verdict.rule.measure is None or verdict.rule.measure.kind == "share"
    what = SHARE_OF.get(verdict.rule.declared or "", "")
    if figure.value is not None:
        return what + (percent(figure.value / 100, decimals) if share else counted(int(figure.value)))
    if figure.numerator is not None and figure.denominator:
        return what + percent(Fraction(figure.numerator, figure.denominator), decimals)
    return counted(figure.numerator or 0)
