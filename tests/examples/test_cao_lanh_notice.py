"""The notice of the example as it is printed: its header, its closing, and where it says that nothing was found."""

from itertools import pairwise

from motcua.inspection.notice import NONE_FOUND, notice
from motcua.inspection.statements import Conclusion
from motcua.printing import Heading, OfficialDocument, Paragraph
from tests.examples.cao_lanh import FILE, PROGRAMME
from tests.examples.conftest import Example, Repaired
from tests.examples.repairs import REPAIRS


def printed(conclusion: Conclusion, example: Example) -> OfficialDocument:
    return notice(conclusion, example.run, PROGRAMME, FILE)


def found_nothing(document: OfficialDocument) -> list[str]:
    """The fields, with the part of the notice, under whose limitations stands that none was found."""
    part = field = ""
    found = []
    for before, block in pairwise(document.body):
        if isinstance(block, Heading):
            part = block.text.split(".")[0] if block.level == 1 else part
            field = block.text.partition(". ")[2] if block.level == 2 else field
        elif isinstance(block, Paragraph) and block.text == NONE_FOUND and isinstance(before, Heading):
            found.append(f"{part} {field}")
    return found


def test_the_header_is_that_of_an_inspection_without_number_and_day(example: Example) -> None:
    document = printed(example.conclusion, example)
    assert (document.number, document.day_blank, document.notation) == (None, True, "TB-ĐKT")
    assert document.agency_above == "UBND TỈNH ĐỒNG THÁP"
    opening = " ".join(block.text for block in document.body if isinstance(block, Paragraph))
    for told in ("09/KH-UBND ngày 13/01/2023", "85/QĐ-UBND-TL ngày 11/5/2023", "13 giờ 30 phút, ngày 27/7/2023"):
        assert told in opening
    assert "Ban Pháp chế HĐND Tỉnh (giám sát)" in document.recipients


def test_public_finance_of_the_commune_alone_shows_no_limitation(example: Example) -> None:
    assert found_nothing(printed(example.conclusion, example)) == ["I Cải cách tài chính công"]


def test_a_duty_of_finance_done_late_ends_that(example: Example, repaired: Repaired) -> None:
    after = repaired(REPAIRS["X3b0"].steps)
    assert found_nothing(printed(after, example)) == []
