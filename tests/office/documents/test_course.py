"""Each act on a document: works, not twice, not by the wrong person, not in the wrong state, leaves its line."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from motcua.language import Refusal
from motcua.office.documents.acts.afterwards import correct, recall, replace
from motcua.office.documents.acts.drafting import approve, draft, redraft, send_back
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.acts.signing import seal_on_paper, sign_on_paper
from motcua.office.documents.dispatch import issue_by, late
from motcua.office.documents.guards import drafting as guards
from motcua.office.documents.guards import moving
from motcua.office.documents.models import FileStep, OutgoingDocument, Secrecy, State, Urgency
from motcua.office.documents.told import OfHouse, Uploaded
from motcua.office.journal.models import Entry
from motcua.office.journal.verifying import verify
from motcua.office.people.policy import NotAllowed
from tests.office.documents import course
from tests.office.records.scans import scan
from tests.world import World, moment


@dataclass(frozen=True)
class Act:
    """`before` takes a document to where the act may be done; `given` is what it wants besides."""

    name: str
    before: Callable[[World], OutgoingDocument]
    do: Callable[..., object]
    by: str
    at: datetime
    after: State
    given: Callable[[World], dict[str, Any]] = lambda _: {}
    wrong: str = "minh"
    too_early: Callable[[World], OutgoingDocument] | None = None

    def __call__(self, world: World, document: OutgoingDocument, by: str = "", at: datetime | None = None) -> None:
        self.do(document.pk, **self.given(world), by=getattr(world, by or self.by), at=at or self.at)


def _reason(_: World) -> dict[str, Any]:
    return {"reason": "Sai thẩm quyền"}


ACTS = [
    Act("document.redrafted", course.drafted, redraft, "minh", course.APPROVED, State.DRAFTED,
        given=lambda world: {"told": course.told(world)}, wrong="lan"),
    Act("document.sent_back", course.drafted, send_back, "hoa", course.APPROVED, State.SENT_BACK, given=_reason),
    Act("document.approved", course.drafted, approve, "hoa", course.APPROVED, State.APPROVED),
    Act("document.signed_on_paper", course.approved, sign_on_paper, "hoa", course.SIGNED, State.SIGNED,
        too_early=course.drafted),
    Act("document.numbered", course.signed, number, "van", course.NUMBERED, State.NUMBERED, too_early=course.approved),
    Act("document.sealed_on_paper", course.numbered, seal_on_paper, "van", course.SEALED, State.SEALED,
        given=lambda _: {"scan": scan()}, too_early=course.signed),
    Act("document.issued", course.sealed, issue, "van", course.ISSUED, State.ISSUED, too_early=course.numbered),
    Act("document.recalled", course.issued, recall, "hoa", course.AFTER, State.RECALLED, given=_reason,
        too_early=course.sealed),
]  # fmt: skip


def each(*but: str) -> pytest.MarkDecorator:
    acts = [act for act in ACTS if act.name not in but]
    return pytest.mark.parametrize("act", acts, ids=lambda act: act.name)


@each()
def test_an_act_moves_the_document_on_and_leaves_its_line(world: World, act: Act) -> None:
    document = act.before(world)

    act(world, document)

    assert course.again(document).state == act.after
    line = Entry.objects.latest("pk")
    assert (line.act, line.by, line.subject) == (act.name, act.by, f"document {document.pk}")
    assert list(verify()) == []


@each("document.redrafted")
def test_an_act_is_not_done_twice(world: World, act: Act) -> None:
    document = act.before(world)
    act(world, document)
    lines = Entry.objects.count()

    with pytest.raises(Refusal) as caught:
        act(world, document)

    assert caught.value.words == moving.WRONG_STATE
    assert Entry.objects.count() == lines


@each()
@pytest.mark.parametrize("who", ["wrong", "nam", "quan", "thu"])
def test_an_act_is_not_done_by_the_wrong_person(world: World, act: Act, who: str) -> None:
    document = act.before(world)

    with pytest.raises(NotAllowed):
        act(world, document, act.wrong if who == "wrong" else who)

    assert course.again(document).state == document.state


@each("document.redrafted", "document.sent_back", "document.approved")
def test_an_act_is_not_done_before_the_one_before_it(world: World, act: Act) -> None:
    assert act.too_early is not None
    document = act.too_early(world)

    with pytest.raises(Refusal) as caught:
        act(world, document)

    assert caught.value.words == moving.WRONG_STATE
    assert course.again(document).state == document.state


@each("document.sent_back")
def test_no_moment_lies_before_the_one_before_it(world: World, act: Act) -> None:
    document = act.before(world)

    with pytest.raises(Refusal) as caught:
        act(world, document, at=act.at - timedelta(days=30))

    assert caught.value.words == moving.EARLIER


def test_a_draft_is_a_pdf_with_its_lines_and_a_code_that_says_nothing(world: World) -> None:
    document = course.drafted(world)
    another = course.drafted(world)

    assert document.notation == "TB-UBND"
    assert [line.name for line in document.recipients.all()] == ["Các tổ dân phố", "Lưu: VT"]
    assert [(one.step, one.file.pages) for one in document.files.all()] == [(FileStep.DRAFTED, 1)]
    assert document.signer_title == "Chủ tịch"
    assert len(document.code) == len(another.code) == 16
    assert document.code != another.code
    assert all(document.code not in line.new + line.subject for line in Entry.objects.all())


def test_a_draft_may_be_a_pdf_written_elsewhere(world: World) -> None:
    document = course.drafted(world, content=Uploaded(scan(3)))

    assert document.files.get().file.pages == 3


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"subject": "  "}, guards.BLANK),
        ({"subject": "x" * 501}, guards.LONG),
        ({"copies": 0}, guards.NO_COPIES),
        ({"mode": "PP."}, guards.WRONG_MODE),
    ],
)
def test_a_draft_that_lacks_something_is_refused(world: World, other: dict[str, Any], words: object) -> None:
    with pytest.raises(Refusal) as caught:
        course.drafted(world, **other)

    assert caught.value.words == words
    assert not OutgoingDocument.objects.exists()


@pytest.mark.parametrize(
    ("recipients", "words"),
    [((), guards.NO_RECIPIENTS), (("Các tổ dân phố",), guards.NOT_ARCHIVED)],
)
def test_the_format_is_checked_before_approval(world: World, recipients: tuple[str, ...], words: object) -> None:
    document = course.drafted(world, recipients=recipients)

    with pytest.raises(Refusal) as caught:
        approve(document.pk, by=world.hoa, at=course.APPROVED)

    assert caught.value.words == words


def test_a_draft_sent_back_is_told_anew_and_approved(world: World) -> None:
    document = course.approved(world)
    send_back(document.pk, reason="Thiếu căn cứ", by=world.hoa, at=course.APPROVED)
    with pytest.raises(Refusal):
        approve(document.pk, by=world.hoa, at=course.APPROVED)

    redraft(document.pk, course.told(world, subject="Lịch tiếp dân"), by=world.minh, at=course.APPROVED)
    approve(document.pk, by=world.hoa, at=course.APPROVED)

    kept = course.again(document)
    assert (kept.state, kept.subject, kept.files.count()) == (State.APPROVED, "Lịch tiếp dân", 2)


def test_the_day_of_a_document_is_the_day_on_which_it_is_numbered(world: World) -> None:
    document = course.signed(world)

    number(document.pk, by=world.van, at=moment("2023-07-28 00:10"))

    kept = course.again(document)
    assert (kept.number, kept.dated_on, kept.year, kept.book) == (1, date(2023, 7, 28), 2023, "general")
    assert str(kept) == "01/TB-UBND"


def test_an_officer_who_is_not_named_does_not_sign_though_they_are_the_head(world: World) -> None:
    document = course.approved(world)

    with pytest.raises(NotAllowed):
        sign_on_paper(document.pk, by=world.van, at=course.SIGNED)


def test_a_letter_of_condolence_needs_no_seal(world: World) -> None:
    said = {"to": "gia đình bà Huỳnh Thị Chín", "departed": "ông Lê Văn Tám", "wish": "Xin chia buồn."}
    document = course.numbered(world, kind="condolence", content=OfHouse("condolence", said))

    issue(document.pk, by=world.van, at=course.ISSUED)

    assert course.again(document).state == State.ISSUED


def test_what_is_signed_goes_out_the_same_or_the_next_working_day(world: World) -> None:
    thursday = course.signed(world)
    urgent = course.signed(world, urgency=Urgency.URGENT)

    assert issue_by(thursday) == date(2023, 7, 28)
    assert issue_by(urgent) == date(2023, 7, 27)
    assert not late(thursday, moment("2023-07-28 23:00"))
    assert late(thursday, moment("2023-07-29 00:30"))
    assert late(urgent, moment("2023-07-28 08:00"))


def test_over_a_weekend_the_next_working_day_is_monday(world: World) -> None:
    document = course.approved(world)
    document.signed_at = moment("2023-07-28 16:00")

    assert issue_by(document) == date(2023, 7, 31)


def test_a_document_with_a_wrong_content_is_replaced_by_one_of_equal_form_and_both_are_kept(world: World) -> None:
    first = course.issued(world)
    with pytest.raises(Refusal):
        replace(first.pk, course.letter(world), by=world.minh, at=course.AFTER)

    second = replace(first.pk, course.told(world), by=world.minh, at=course.AFTER)
    with pytest.raises(Refusal):
        replace(first.pk, course.told(world), by=world.minh, at=course.AFTER)

    assert course.again(first).state == State.ISSUED
    for act, by in ((approve, world.hoa), (sign_on_paper, world.hoa), (number, world.van)):
        act(second.pk, by=by, at=course.AFTER)
    seal_on_paper(second.pk, scan=scan(2), by=world.van, at=course.AFTER)
    issue(second.pk, by=world.van, at=course.AFTER)
    assert course.again(first).state == State.REPLACED
    assert course.again(first).replacement == second
    assert course.again(second).replaces == first
    assert "replaces" in json.loads(Entry.objects.filter(act="document.drafted").latest("pk").new)


def test_a_wrong_format_is_corrected_by_a_letter_and_the_document_stands(world: World) -> None:
    first = course.issued(world)
    with pytest.raises(Refusal):
        correct(first.pk, course.told(world), by=world.minh, at=course.AFTER)

    letter = correct(first.pk, course.letter(world), by=world.minh, at=course.AFTER)

    assert letter.notation == "UBND"
    assert list(course.again(first).corrections.all()) == [letter]
    assert course.again(first).state == State.ISSUED


def test_a_document_not_issued_yet_is_neither_replaced_nor_corrected(world: World) -> None:
    document = course.sealed(world)

    for act, content in ((replace, course.told(world)), (correct, course.letter(world))):
        with pytest.raises(Refusal) as caught:
            act(document.pk, content, by=world.minh, at=course.AFTER)
        assert caught.value.words == moving.WRONG_STATE


def test_another_units_officer_drafts_nothing_here(world: World) -> None:
    with pytest.raises(NotAllowed):
        draft(course.told(world), by=world.nam, at=course.DRAFTED)


def test_a_secret_document_is_numbered_in_a_book_of_its_own(world: World) -> None:
    course.numbered(world)

    secret = course.numbered(world, secrecy=Secrecy.SECRET)

    assert (secret.book, secret.number) == ("secret", 1)
