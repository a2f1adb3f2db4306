"""The QR code at the top left of a slip: which dossier, which procedure, which paper."""

from io import BytesIO

import segno


def content(code: str, procedure_code: str, paper: str) -> str:
    """What the code holds. No number of a person: whoever picks up the paper can read it."""
    return "|".join((code, procedure_code, paper))


def picture(text: str) -> str:
    """The code as SVG; ISO/IEC 18004, level M. Its quiet zone is the margin and gutter of the page."""
    out = BytesIO()
    made = segno.make_qr(text, error="m", encoding="utf-8", boost_error=False)
    made.save(out, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None)
    return out.getvalue().decode()
