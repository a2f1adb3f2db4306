"""Plots as SVG text: bars of rates against their targets, and lines by month; no script, no outside file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

BAR, GAP, TOP, LEFT, WIDTH, RIGHT = 16, 12, 22, 400, 320, 190
LONGEST_LABEL = 60
INK, FAINT, EMPTY, KEPT, SHORT = "#1f2933", "#9aa5b1", "#e8ecf0", "#2b6a4d", "#a8382b"
LINES = ("#0b4f9e", "#a8382b", "#2b6a4d", "#7a5200", "#5b2a86", "#3c4650")
DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 4", "10 4")
MOST_MONTHS = 12  # labels under the axis; of a longer period only some months are named
PLOT, HEIGHT, AXIS, ABOVE, BELOW, MARGIN = 860, 230, 44, 26, 24, 30


@dataclass(frozen=True)
class Bar:
    """One rate in percent, and the target it is held to (None: no target). `text` stands beside it."""

    label: str
    percent: float
    target: float | None
    met: bool
    text: str


def bars(title: str, items: Sequence[Bar], hatch: str) -> str:
    """A bar a rate, its target as a tick; those short of it are hatched, and the text beside says so.

    `hatch` names the pattern, once in a page.
    """
    height = TOP + len(items) * (BAR + GAP)
    parts = [_open(title, LEFT + WIDTH + RIGHT, height), _hatch(hatch)]
    for mark in (0, 50, 100):
        x = LEFT + WIDTH * mark / 100
        parts.append(f'<text x="{x:.0f}" y="12" text-anchor="middle">{mark}%</text>')
        parts.append(f'<line x1="{x:.0f}" y1="16" x2="{x:.0f}" y2="{height - 4}" stroke="{FAINT}"/>')
    for number, item in enumerate(items):
        parts += _bar(item, TOP + number * (BAR + GAP), hatch)
    return "".join([*parts, "</svg>"])


def _hatch(name: str) -> str:
    return (
        f'<defs><pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{SHORT}"/>'
        '<rect width="2" height="6" fill="#fff"/></pattern></defs>'
    )


def _bar(item: Bar, top: float, hatch: str) -> Iterator[str]:
    base = top + BAR * 0.78
    length = WIDTH * max(0.0, min(item.percent, 100.0)) / 100
    fill, edge = (KEPT, KEPT) if item.met else (f"url(#{hatch})", SHORT)
    yield f'<text x="{LEFT - 10}" y="{base:.1f}" text-anchor="end">{escape(_short(item.label))}</text>'
    yield f'<rect x="{LEFT}" y="{top}" width="{WIDTH}" height="{BAR}" fill="{EMPTY}"/>'
    yield f'<rect x="{LEFT}" y="{top}" width="{length:.1f}" height="{BAR}" fill="{fill}" stroke="{edge}"/>'
    if item.target is not None:
        at = LEFT + WIDTH * min(item.target, 100.0) / 100
        yield f'<rect x="{at - 1.5:.1f}" y="{top - 4}" width="3" height="{BAR + 8}" fill="{INK}"/>'
    yield f'<text x="{LEFT + WIDTH + 12}" y="{base:.1f}">{escape(item.text)}</text>'


def months(title: str, axis: str, names: Sequence[str], series: Mapping[str, Sequence[int]]) -> str:
    """Counts by month, a line a series told apart by dash as well as colour. At most six series."""
    most = max([1, *(value for values in series.values() for value in values)])
    parts = [_open(title, PLOT, HEIGHT + BELOW + 20 * len(series))]
    parts.append(f'<text x="4" y="12">{escape(axis)}</text>')
    for mark in sorted({0, most // 2, most}):
        y = _y(mark, most)
        parts.append(f'<line x1="{AXIS}" y1="{y:.1f}" x2="{PLOT - MARGIN}" y2="{y:.1f}" stroke="#cbd2d9"/>')
        parts.append(f'<text x="{AXIS - 8}" y="{y + 4:.1f}" text-anchor="end">{mark}</text>')
    every = -(-len(names) // MOST_MONTHS)
    for number, name in enumerate(names):
        if number % every == 0:
            x = _x(number, len(names))
            parts.append(f'<text x="{x:.1f}" y="{HEIGHT}" text-anchor="middle">{escape(name)}</text>')
    for number, (label, values) in enumerate(series.items()):
        parts += _line(number, label, values, most)
    return "".join([*parts, "</svg>"])


def _line(number: int, label: str, values: Sequence[int], most: int) -> Iterator[str]:
    places = [(_x(i, len(values)), _y(value, most)) for i, value in enumerate(values)]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    colour = LINES[number % len(LINES)]
    style = f'stroke="{colour}" stroke-dasharray="{DASHES[number % len(DASHES)]}" stroke-width="2" fill="none"'
    yield f'<polyline points="{points}" {style}/>'
    yield "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>' for x, y in places)
    y = HEIGHT + BELOW + 20 * number
    yield f'<line x1="{AXIS}" y1="{y}" x2="{AXIS + 36}" y2="{y}" {style}/>'
    yield f'<text x="{AXIS + 46}" y="{y + 4}">{escape(label)}: {sum(values)}</text>'


def _x(number: int, of: int) -> float:
    """A single month stands in the middle."""
    room = PLOT - AXIS - 2 * MARGIN
    return AXIS + MARGIN / 2 + (room / 2 if of == 1 else room * number / (of - 1))


def _y(value: int, most: int) -> float:
    return ABOVE + (HEIGHT - ABOVE - 24) * (1 - value / most)


def _open(title: str, width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" width="{width}" '
        f'font-family="Arial,sans-serif" font-size="13" fill="{INK}"><title>{escape(title)}</title>'
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"
