"""The blocks of which the template of slips is filled."""

from collections.abc import Sequence

from motcua.printing.document import Align, Signer
from motcua.printing.forms.wording import soft

Block = dict[str, object]


def fields(*pairs: tuple[str, str], bold: bool = False) -> Block:
    """Labelled values side by side; an empty value becomes a dotted line to fill by hand."""
    made = [{"label": label, "value": soft(value), "bold": bold} for label, value in pairs]
    return {"what": "fields", "fields": made}


def text(words: str) -> Block:
    return {"what": "text", "text": soft(words)}


def centred(words: str) -> Block:
    return {"what": "centred", "text": soft(words)}


def heading(words: str) -> Block:
    return {"what": "heading", "text": words}


def numbered_list(items: Sequence[str]) -> Block:
    return {"what": "list", "items": [soft(item) for item in items]}


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    align: Sequence[Align],
    *,
    total: Sequence[str] = (),
) -> Block:
    """A table; its header is repeated on each page, its total stands in bold below."""
    return {
        "what": "table",
        "header": [soft(cell) for cell in header],
        "rows": [[soft(cell) for cell in row] for row in rows],
        "total": list(total),
        "widths": list(widths),
        "align": list(align),
    }


def handovers(rows: Sequence[dict[str, str]], verdicts: Sequence[str]) -> Block:
    """The table of a control slip; of the verdicts the one that a row names is ticked."""
    softened = [{name: soft(value) for name, value in row.items()} for row in rows]
    return {"what": "handovers", "rows": softened, "verdicts": list(verdicts)}


def signature(signer: Signer) -> dict[str, str]:
    return {
        "mode": signer.mode.upper(),
        "title": signer.title.upper(),
        "note": signer.note,
        "name": signer.name,
    }
