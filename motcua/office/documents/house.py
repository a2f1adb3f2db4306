"""Forms of the house: letters and papers that every office writes, as the values of a printed document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from motcua.language import Refusal, Words
from motcua.printing import Block, Heading, Paragraph

Values = Mapping[str, str]
AGENCY = "agency"  # the name of who writes, beside what was filled in
PERSONS = ("ông ", "bà ", "ông/bà ", "anh ", "chị ", "quý ")
ORGANISATIONS = ("công ty ", "doanh nghiệp ", "hợp tác xã ", "hộ kinh doanh ", "tổ chức ", "trường ", "ủy ban ")
NO_FORM = Words(
    vi="Không có mẫu “{form}”; hãy chọn một mẫu trong danh sách.",
    en="There is no form “{form}”; choose one of the list.",
)
MISSING = Words(
    vi="Mẫu “{form}”: chưa điền “{place}”; hãy điền trước khi lưu dự thảo.",
    en="Form “{form}”: “{place}” is not filled in; fill it in before the draft is saved.",
)


@dataclass(frozen=True)
class Place:
    """One thing to fill in. `lines`: several paragraphs may be written."""

    name: str
    label: Words
    lines: bool = True
    needed: bool = True


@dataclass(frozen=True)
class Text:
    """The middle of a document: what it rests on, its body, its last words."""

    body: tuple[Block, ...]
    bases: tuple[str, ...] = ()
    addressed: str = ""  # Kính gửi


@dataclass(frozen=True)
class HouseForm:
    """One form, for one kind of document."""

    code: str
    name: Words
    kind: str
    places: tuple[Place, ...]
    said: Callable[[Values], Text]


TO = Place("to", Words(vi="Kính gửi", en="To"), lines=False)
BODY = Place("body", Words(vi="Nội dung", en="Text"))
BASES = Place("bases", Words(vi="Căn cứ", en="Grounds"))
WISH = Place("wish", Words(vi="Lời chúc", en="Wish"))
OCCASION = Place("occasion", Words(vi="Nhân dịp", en="Occasion"), lines=False)
DEPARTED = Place("departed", Words(vi="Người đã mất", en="The departed"), lines=False)
ABOUT = Place("about", Words(vi="Về việc", en="About"), lines=False)
REASON = Place("reason", Words(vi="Lý do", en="Reason"))
REMEDY = Place("remedy", Words(vi="Cách khắc phục", en="How it is put right"))
DECIDED = Place("articles", Words(vi="Các điều, mỗi điều một dòng", en="Articles, one a line"))


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of what was typed, blank ones left out."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _body(values: Values) -> tuple[Block, ...]:
    return tuple(Paragraph(line) for line in _ended(paragraphs(values["body"])))


def _ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The last line with the mark that nothing follows."""
    return (*lines[:-1], lines[-1] if lines[-1].endswith("./.") else f"{lines[-1].rstrip('. ')}./.")


def _decision(values: Values) -> Text:
    articles = paragraphs(values["articles"])
    numbered = _ended(tuple(f"Điều {no}. {line}" for no, line in enumerate(articles, start=1)))
    return Text((Heading(1, "QUYẾT ĐỊNH:"), *(Paragraph(line) for line in numbered)), paragraphs(values["bases"]))


def _letter(values: Values) -> Text:
    return Text(_body(values), addressed=values["to"])


def _congratulation(values: Values) -> Text:
    opening = Paragraph(f"Nhân dịp {values['occasion']}, xin gửi tới {values['to']} lời chúc mừng trân trọng nhất.")
    return Text((opening, *(Paragraph(line) for line in paragraphs(values["wish"]))), addressed=values["to"])


def _condolence(values: Values) -> Text:
    opening = Paragraph(
        f"Được tin {values['departed']} từ trần, xin gửi tới {values['to']} lời chia buồn sâu sắc nhất."
    )
    return Text((opening, *(Paragraph(line) for line in paragraphs(values["wish"]))), addressed=values["to"])


def _apology(values: Values) -> Text:
    lines = (*paragraphs(values["reason"]), *paragraphs(values["remedy"]))
    about = values["about"].rstrip(" .;")
    opening = Paragraph(f"{values[AGENCY]} chân thành xin lỗi {_addressed(values['to'])} về việc {about}.")
    return Text((opening, *(Paragraph(line) for line in lines)), addressed=values["to"])


def _addressed(to: str) -> str:
    """A person as one speaks to them; who is addressed already, and an organisation, as they were written."""
    return to if to.lower().startswith((*PERSONS, *ORGANISATIONS)) else f"Ông/Bà {to}"


FORMS: dict[str, HouseForm] = {
    form.code: form
    for form in (
        HouseForm("decision", Words(vi="Quyết định", en="Decision"), "decision", (BASES, DECIDED), _decision),
        HouseForm("notice", Words(vi="Thông báo", en="Notice"), "notice", (BODY,), lambda said: Text(_body(said))),
        HouseForm(
            "official_letter", Words(vi="Công văn", en="Official letter"), "official_letter", (TO, BODY), _letter
        ),
        HouseForm(
            "correction", Words(vi="Công văn đính chính", en="Letter of correction"), "correction", (TO, BODY), _letter
        ),
        HouseForm(
            "congratulation", Words(vi="Thư chúc mừng", en="Letter of congratulation"), "congratulation",
            (TO, OCCASION, WISH), _congratulation,
        ),
        HouseForm(
            "condolence", Words(vi="Thư chia buồn", en="Letter of condolence"), "condolence", (TO, DEPARTED, WISH),
            _condolence,
        ),
        HouseForm(
            "apology", Words(vi="Thư xin lỗi", en="Letter of apology"), "apology", (TO, ABOUT, REASON, REMEDY), _apology
        ),
    )
}  # fmt: skip


def form(code: str) -> HouseForm:
    """The form of this code. Raises Refusal where there is none."""
    if (found := FORMS.get(code)) is None:
        raise Refusal(NO_FORM, form=code)
    return found


def filled(chosen: HouseForm, values: Values, agency: str) -> Text:
    """What the form says with the values, in the name of the agency. Raises Refusal where something is blank."""
    told = {place.name: values.get(place.name, "").strip() for place in chosen.places}
    for place in chosen.places:
        if place.needed and not told[place.name]:
            raise Refusal(MISSING, form=chosen.name.vi, place=place.label.vi)
    return chosen.said(told | {AGENCY: agency})
