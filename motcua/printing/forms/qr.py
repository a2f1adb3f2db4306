"""The QR code at the top left of a slip: which dossier, which procedure, which paper."""

import re
from functools import cache

from motcua.printing.forms.symbols import GAP, symbol

_DARK = re.compile("1+")


def content(code: str, procedure_code: str, paper: str) -> str:
    """What the code holds. No number of a person: whoever picks up the paper can read it."""
    return "|".join((code, procedure_code, paper))


def picture(text: str) -> str:
    """The code as SVG; ISO/IEC 18004, level M. Its quiet zone is the margin and gutter of the page."""
    size, dark = symbol(text)
    places = _places(size)
    path = "".join([f"{places[start]}{end - start}" for start, end in map(re.Match.span, _DARK.finditer(dark))])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"><path stroke="#000" d="{path}"/></svg>'
    )


@cache
def _places(size: int) -> tuple[str, ...]:
    """For each module, the SVG that begins a run there; its length follows."""
    return tuple(f"M{left} {top}.5h" for top in range(size) for left in range(size + GAP))
