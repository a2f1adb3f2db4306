"""Word templates: filled with values and nothing else, made into PDF/A, and told in one sentence what is wrong."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from motcua.language import Refusal
from motcua.office.documents import converting, word, word_parts
from motcua.office.documents.acts.drafting import approve
from motcua.office.documents.acts.templates import keep_template, retire_template
from motcua.office.documents.files import content_of, current
from motcua.office.documents.making import NO_TEMPLATE, Face, standing_values
from motcua.office.documents.models import FileStep, State, Template
from motcua.office.documents.names import STANDING
from motcua.office.documents.told import OfTemplate, Uploaded
from motcua.office.journal.models import Entry
from motcua.office.people.policy import NotAllowed
from motcua.office.records import content, looking
from tests.office.documents import course
from tests.office.documents.written import LINES, with_body, with_footnote
from tests.office.documents.written import word as written
from tests.office.records.scans import hostile
from tests.world import World

pytestmark = pytest.mark.once

VALUES = {"giao_cho": "Tổ dân phố <1> & 2 {{ han }}", "han": "30/8/2023"}


def kept(world: World, content: BytesIO | None = None, name: str = "Giao việc") -> Template:
    given = content or written()
    return keep_template(world.ward, name=name, kind_code="notice", content=given, by=world.van, at=course.DRAFTED)


def test_a_template_tells_what_it_leaves_open_besides_what_every_document_has(world: World) -> None:
    template = kept(world)

    assert template.places == ["giao_cho", "han"]
    line = Entry.objects.latest("pk")
    assert (line.act, line.by) == ("document.template_kept", "van")


def test_values_are_merged_as_text_and_the_pdf_is_archival_with_its_blanks_found(world: World) -> None:
    document = course.drafted(world, content=OfTemplate(kept(world).pk, VALUES))

    last = current(document)
    assert last is not None
    pdf = content_of(last)
    text = " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())
    assert "Giao Tổ dân phố <1> & 2 {{ han }} thực hiện trước 30/8/2023." in text
    assert "ỦY BAN NHÂN DÂN PHƯỜNG 12" in text
    assert b"pdfaid" in pdf
    assert set(document.places) == {"number", "day", "month", "year", "signature", "seal"}
    assert [one.step for one in document.files.all()] == [FileStep.SOURCE, FileStep.DRAFTED]
    assert approve(document.pk, by=world.hoa, at=course.APPROVED).state == State.APPROVED


def test_a_word_document_written_elsewhere_becomes_a_pdf_and_is_kept_beside_it(world: World) -> None:
    document = course.drafted(world, content=Uploaded(written(("Số:          /TB-UBND", "Nội dung", "Lê Thị Hoà"))))

    assert [one.step for one in document.files.all()] == [FileStep.SOURCE, FileStep.DRAFTED]
    assert set(document.places) == {"number", "signature", "seal"}


def test_a_place_without_value_is_named(world: World) -> None:
    with pytest.raises(Refusal) as caught:
        course.drafted(world, content=OfTemplate(kept(world).pk, {"han": "mai"}))

    assert caught.value.words == word.UNKNOWN_PLACE
    assert "giao_cho" in str(caught.value)


@pytest.mark.parametrize("line", ["{{ giao cho }}", "{% if x %}", "{{ x | nothing_of_that_name }}"])
def test_a_place_written_wrongly_is_refused_when_the_template_is_kept(world: World, line: str) -> None:
    with pytest.raises(Refusal) as caught:
        kept(world, written((line,)))

    assert caught.value.words == word.BAD_PLACE


@pytest.mark.parametrize(
    "line",
    [
        "{{ x.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ x() }}",
        "{{ range(999999999) | list }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
        "{% set y = x %}{{ y }}",
        "{{ x * 9 }}",
        "{{ x | upper }}",
        "{% include x %}",
    ],
)
def test_a_template_runs_nothing_but_places(line: str) -> None:
    with pytest.raises(Refusal) as caught:
        word.left_open(written((line,)).getvalue())

    assert caught.value.words == word.BAD_PLACE


def test_a_loop_in_a_footnote_is_no_place_either(world: World) -> None:
    with pytest.raises(Refusal) as caught:
        kept(world, with_footnote("{% for a in range(99999) %}x{% endfor %}"))

    assert caught.value.words == word.BAD_PLACE


def test_letters_that_no_document_may_hold_are_left_out_of_a_value() -> None:
    made = word.merged(written(("Giao {{ x }}.",)).getvalue(), {"x": "Tổ\x00\x0b\x1f 1"})

    assert docx.Document(BytesIO(made)).paragraphs[0].text == "Giao Tổ 1."


def test_a_value_becomes_no_instruction() -> None:
    field = '<w:fldSimple w:instr="{{ x }}"><w:r><w:t>a</w:t></w:r></w:fldSimple>'

    template = with_body(field).getvalue()
    values = dict.fromkeys(word.left_open(template), "a") | {"x": "INCLUDETEXT /etc/passwd"}

    with pytest.raises(Refusal) as caught:
        word.merged(template, values)

    assert caught.value.words == word_parts.REACHES_OUT


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"PK\x03\x04 and nothing more", word_parts.NOT_WORD),
        (b"Word, later", word_parts.NOT_WORD),
        (b"x" * (word_parts.AT_MOST + 1), word_parts.TOO_BIG),
    ],
)
def test_what_is_no_word_document_is_no_template(world: World, given: bytes, words: object) -> None:
    with pytest.raises(Refusal) as caught:
        kept(world, BytesIO(given))

    assert caught.value.words == words


def test_what_is_neither_word_nor_pdf_is_no_draft(world: World) -> None:
    with pytest.raises(Refusal) as caught:
        course.drafted(world, content=Uploaded(BytesIO(b"hello")))

    assert caught.value.words == content.NOT_PDF


def test_a_pdf_whose_pages_cannot_be_shown_is_no_draft(world: World) -> None:
    with pytest.raises(Refusal) as caught:
        course.drafted(world, content=Uploaded(hostile(30_000, 30_000, b"\0" * 1000)))

    assert caught.value.words == looking.CANNOT_BE_SHOWN


def test_a_better_template_takes_the_place_of_one_of_its_name_and_a_retired_one_is_not_used(world: World) -> None:
    first, second = kept(world), kept(world, written((*LINES, "Thêm một dòng")))
    with pytest.raises(Refusal) as caught:
        course.drafted(world, content=OfTemplate(first.pk, VALUES))
    assert caught.value.words == NO_TEMPLATE

    retire_template(second.pk, by=world.van, at=course.APPROVED)
    with pytest.raises(Refusal):
        retire_template(second.pk, by=world.van, at=course.APPROVED)
    with pytest.raises(Refusal):
        course.drafted(world, content=OfTemplate(second.pk, VALUES))
    assert Entry.objects.latest("pk").act == "document.template_retired"


@pytest.mark.parametrize("who", ["minh", "hoa", "nam", "thu"])
def test_nobody_but_the_clerk_keeps_templates(world: World, who: str) -> None:
    with pytest.raises(NotAllowed):
        keep_template(
            world.ward, name="Mẫu", kind_code="notice", content=written(), by=getattr(world, who), at=course.DRAFTED
        )


def test_without_libreoffice_one_sentence_says_what_to_do(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Refusal) as caught:
        course.drafted(world, content=Uploaded(written(("Nội dung",))))

    assert caught.value.words == converting.NO_PROGRAM


def test_a_word_document_that_libreoffice_cannot_read_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        converting.to_pdf(b"PK\x03\x04 not a document")

    assert caught.value.words == converting.NO_PDF


def test_every_word_that_a_template_may_name_has_its_value(world: World) -> None:
    told = course.told(world, signer_title="Chủ tịch")
    assert set(standing_values(told, Face("TB-UBND", ("Lưu: VT",), "abcd"))) == set(STANDING)
