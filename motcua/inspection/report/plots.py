"""Plots as SVG text: bars of rates against their targets, and lines by month; no script, no outside file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

BAR, GAP, LEFT, WIDTH, RIGHT = 18, 10, 330, 380, 70
INK, KEPT, SHORT, TARGET = "#1f2933", "#2b6a4d", "#a8382b", "#1f2933"
LINES = ("#0b4f9e", "#a8382b", "#2b6a4d", "#7a5200", "#5b2a86", "#3c4650")
DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 4", "10 4")


@dataclass(frozen=True)
class Bar:
    """One rate in percent, and the target it is held to (None: no target)."""

    label: str
    percent: float
    target: float | None
    met: bool
    text: str


def bars(title: str, items: Sequence[Bar]) -> str:
    """A bar a rate, its target as a black tick; the figure stands beside, so that colour alone says nothing."""
    height = GAP + len(items) * (BAR + GAP)
    parts = [_open(title, LEFT + WIDTH + RIGHT, height)]
    for number, item in enumerate(items):
        top = GAP + number * (BAR + GAP)
        middle = top + BAR * 0.72
        length = WIDTH * max(0.0, min(item.percent, 100.0)) / 100
        colour = KEPT if item.met else SHORT
        parts.append(f'<text x="{LEFT - 8}" y="{middle:.1f}" text-anchor="end">{escape(_short(item.label, 46))}</text>')
        parts.append(f'<rect x="{LEFT}" y="{top}" width="{WIDTH}" height="{BAR}" fill="#e8ecf0"/>')
        parts.append(f'<rect x="{LEFT}" y="{top}" width="{length:.1f}" height="{BAR}" fill="{colour}"/>')
        if item.target is not None:
            at = LEFT + WIDTH * item.target / 100
            parts.append(f'<rect x="{at - 1:.1f}" y="{top - 3}" width="3" height="{BAR + 6}" fill="{TARGET}"/>')
        parts.append(f'<text x="{LEFT + WIDTH + 6}" y="{middle:.1f}">{escape(item.text)}</text>')
    return "".join([*parts, "</svg>"])


def months(title: str, months_: Sequence[str], series: Mapping[str, Sequence[int]]) -> str:
    """Counts by month, a line a series told apart by dash as well as colour; at most six series."""
    width, height, left, top = 640, 240, 44, 14
    shown = dict(list(series.items())[: len(LINES)])
    most = max([1, *(value for values in shown.values() for value in values)])
    step = (width - left - 16) / max(1, len(months_) - 1)
    parts = [_open(title, width, height + 20 + 18 * len(shown))]
    for mark in sorted({0, most // 2, most}):
        y = top + (height - 40) * (1 - mark / most)
        parts.append(f'<line x1="{left}" y1="{y:.1f}" x2="{width - 16}" y2="{y:.1f}" stroke="#cbd2d9"/>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{mark}</text>')
    for number, month in enumerate(months_):
        parts.append(
            f'<text x="{left + number * step:.1f}" y="{height - 8}" text-anchor="middle">{escape(month)}</text>'
        )
    for number, (label, values) in enumerate(shown.items()):
        points = " ".join(
            f"{left + i * step:.1f},{top + (height - 40) * (1 - value / most):.1f}" for i, value in enumerate(values)
        )
        style = f'stroke="{LINES[number]}" stroke-dasharray="{DASHES[number]}" stroke-width="2" fill="none"'
        parts.append(f'<polyline points="{points}" {style}/>')
        y = height + 12 + 18 * number
        parts.append(f'<line x1="{left}" y1="{y}" x2="{left + 34}" y2="{y}" {style}/>')
        parts.append(f'<text x="{left + 42}" y="{y + 4}">{escape(label)} ({sum(values)})</text>')
    return "".join([*parts, "</svg>"])


def _open(title: str, width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" width="{width}" '
        f'font-family="sans-serif" font-size="12" fill="{INK}"><title>{escape(title)}</title>'
    )


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
