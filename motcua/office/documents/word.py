"""Word templates: what one leaves open, and its merge with values.

An office edits its templates itself, so they are strangers' files: nothing in them is run but placeholders.
"""

import re
from collections.abc import Mapping
from io import BytesIO

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from motcua.language import Refusal, Words
from motcua.office.documents.word_parts import NOT_WORD, checked

BROKEN = (OpcError, AttributeError, LookupError, SyntaxError, TypeError, ValueError)  # SyntaxError: of XML
NO_LETTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")  # none of them may stand in XML
UNKNOWN_PLACE = Words(
    vi="Mẫu Word có chỗ điền “{place}” mà chưa có giá trị; hãy điền giá trị hoặc sửa tên chỗ điền trong mẫu.",
    en="The Word template has a placeholder “{place}” without a value; fill it in, or put its name right.",
)
BAD_PLACE = Words(
    vi="Mẫu Word có chỗ điền viết sai ({what}); chỗ điền phải có dạng {{{{ ten_cho_dien }}}}.",
    en="The Word template has a placeholder written wrongly ({what}); one looks like {{{{ name }}}}.",
)


class Places(SandboxedEnvironment):
    """Text with `{{ name }}` in it, and nothing else that Jinja knows: what loops may loop for ever."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """As the sandbox parses, whoever asks. Raises TemplateSyntaxError where anything but a name stands."""
        parsed = super()._parse(source, name, filename)
        for node in parsed.find_all(nodes.Node):
            if not isinstance(node, nodes.Output | nodes.TemplateData | nodes.Name):
                raise TemplateSyntaxError(type(node).__name__, node.lineno)
        return parsed


def left_open(template: bytes) -> list[str]:
    """The names of what the template leaves to be filled in. Raises Refusal where a placeholder is written wrongly."""
    try:
        return sorted(DocxTemplate(BytesIO(template)).get_undeclared_template_variables(Places()))
    except TemplateSyntaxError as wrong:
        raise Refusal(BAD_PLACE, what=wrong.message) from wrong
    except BROKEN as broken:
        raise Refusal(NOT_WORD) from broken


def merged(template: bytes, values: Mapping[str, str]) -> bytes:
    """The template with the values in it. Raises Refusal where it wants one that is not told, or does more."""
    if missing := [name for name in left_open(template) if name not in values]:
        raise Refusal(UNKNOWN_PLACE, place=missing[0])
    document, written = DocxTemplate(BytesIO(template)), BytesIO()
    try:
        document.render({name: NO_LETTERS.sub("", value) for name, value in values.items()}, Places(), autoescape=True)
        document.save(written)
    except TemplateError as wrong:
        raise Refusal(BAD_PLACE, what=wrong) from wrong
    except BROKEN as broken:
        raise Refusal(NOT_WORD) from broken
    return checked(written.getvalue())  # a value may stand where an instruction does
