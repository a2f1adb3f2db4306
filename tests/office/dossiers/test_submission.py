"""Filed online or by post: taken in, looked at, then received, sent back for papers or refused."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from motcua.language import Refusal, Words
from motcua.office.dossiers import lifecycle
from motcua.office.dossiers.acts.correction import reopen
from motcua.office.dossiers.acts.handover import pass_on
from motcua.office.dossiers.acts.legs import link
from motcua.office.dossiers.acts.reception import accept, receive, submit
from motcua.office.dossiers.acts.refusal import refuse
from motcua.office.dossiers.acts.waiting import ask_supplement, resubmit
from motcua.office.dossiers.guards import handover, legs, reception, waiting
from motcua.office.dossiers.lifecycle import NotNow
from motcua.office.dossiers.models import BookEntry, Channel, Dossier, PaperForm, Slip, Status
from motcua.office.dossiers.printed import pdf
from motcua.office.dossiers.printed.books import stock_flow, tracking_book
from motcua.office.dossiers.told import Paper
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.people.policy import NotAllowed
from tests.office.dossiers import life
from tests.office.test_guards import refused
from tests.world import World, again, moment, person

FILED = moment("2023-07-27 20:00")  # after office hours
ANSWERED = moment("2023-07-28 09:00")
ASKED = moment("2023-07-28 08:00")
BROUGHT = moment("2023-07-31 10:00")
DECLARATION = Paper("Tờ khai theo mẫu", PaperForm.ELECTRONIC, 1)
PROOF = Paper("Giấy tờ chứng minh", PaperForm.ELECTRONIC)


def filed(world: World, **told: object) -> Dossier:
    """Online from the account of who asks, where nothing else is told."""
    told.setdefault("channel", Channel.ONLINE)
    told.setdefault("submitter_account", str(told.get("applicant", world.binh)))
    return submit(world.reception("birth", **told), by=world.lan, at=FILED)


def short(world: World) -> Dossier:
    dossier = filed(world, papers=[DECLARATION])
    reason = "Thiếu giấy tờ chứng minh"
    ask_supplement(dossier.pk, wanted=["Giấy tờ chứng minh"], reason=reason, by=world.lan, at=ASKED)
    return again(dossier)


def test_what_was_filed_waits_without_receipt_clock_or_line_in_the_book(world: World) -> None:
    dossier = again(filed(world))

    assert (dossier.status, dossier.due_at, dossier.register_no) == (Status.SUBMITTED, None, "")
    assert (dossier.code, dossier.holder) == ("H20.17.12-230727-0001", world.lan)
    assert not Slip.objects.exists()
    assert not BookEntry.objects.exists()
    assert dossier.components.count() == 2
    assert life.lines(dossier) == ["dossier.submitted"]


def test_the_desk_answers_within_eight_working_hours_of_the_next_session(world: World) -> None:
    online, by_post = filed(world), filed(world, channel=Channel.POST)

    assert online.steps.get().due_at == moment("2023-07-28 17:00")
    assert by_post.steps.get().due_at is None, "no text is known that gives the post such a term"


def test_the_term_runs_from_the_reception_that_the_receipt_names(world: World) -> None:
    dossier = accept(filed(world).pk, by=world.lan, at=ANSWERED)

    assert (dossier.status, dossier.received_at) == (Status.RECEIVED, ANSWERED)
    assert again(dossier).due_at == again(dossier).first_due_at == moment("2023-08-04 09:00")
    assert (dossier.register_no, dossier.book_entries.get().entered_at) == ("1/2023", ANSWERED)
    assert set(dossier.slips.values_list("kind", flat=True)) == {"receipt", "control"}
    receipt = Slip.objects.select_related("dossier__version__procedure", "dossier__unit").get(kind="receipt")
    assert "09 giờ 00 phút, ngày 28/7/2023" in PdfReader(BytesIO(pdf(receipt))).pages[0].extract_text()
    assert life.lines(dossier) == ["dossier.submitted", "dossier.accepted"]
    assert '"late": false' in Entry.objects.latest("pk").new


def test_an_answer_after_the_eight_hours_is_noted(world: World) -> None:
    accept(filed(world).pk, by=world.lan, at=moment("2023-07-31 07:30"))

    assert '"late": true' in Entry.objects.latest("pk").new


def test_an_incomplete_one_is_not_accepted_before_its_papers_come(world: World) -> None:
    dossier = filed(world, papers=[DECLARATION])
    assert refused(accept, dossier.pk, by=world.lan, at=ANSWERED) == reception.SHORT
    assert again(dossier).status == Status.SUBMITTED

    reason = "Thiếu giấy tờ chứng minh"
    ask_supplement(dossier.pk, wanted=["Giấy tờ chứng minh"], reason=reason, by=world.lan, at=ASKED)
    assert refused(resubmit, dossier.pk, papers=[PROOF], by=world.lan, at=BROUGHT) == waiting.ACCEPT_IT
    accept(dossier.pk, papers=[PROOF], by=world.lan, at=BROUGHT)

    kept = again(dossier)
    assert (kept.status, kept.due_at) == (Status.RECEIVED, moment("2023-08-07 10:00"))
    assert list(kept.components.values_list("no", "procedure_component_no")) == [(1, 1), (2, 2)]


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        (Paper("Sổ hộ khẩu", PaperForm.COPY), reception.NOT_LISTED),
        (Paper("Giấy tờ chứng minh", PaperForm.ORIGINAL, 2, kept_original=True), reception.KEPT),
    ],
)
def test_papers_beyond_the_list_and_kept_originals_do_not_come_in_later(
    world: World, paper: Paper, words: Words
) -> None:
    dossier = short(world)

    assert refused(accept, dossier.pk, papers=[paper], by=world.lan, at=BROUGHT) == words
    assert again(dossier).components.count() == 1


def test_the_desk_may_refuse_before_it_accepts_and_the_slip_says_why(world: World) -> None:
    dossier = filed(world)
    refuse(dossier.pk, reason="Không thuộc thẩm quyền của phường", by=world.lan, at=ANSWERED)

    assert (again(dossier).status, again(dossier).finished_at) == (Status.NOT_RECEIVED, ANSWERED)
    assert Slip.objects.get().kind == "refusal"
    with pytest.raises(NotNow) as never:
        reopen(dossier.pk, reason="Từ chối nhầm", by=world.hoa, at=BROUGHT)
    assert never.value.words == lifecycle.NEVER_RECEIVED


def test_nothing_else_is_done_to_it_before_it_is_accepted(world: World) -> None:
    dossier = filed(world)

    told = {"name": "Thẩm định", "unit": world.ward, "role": Role.SPECIALIST, "by": world.lan, "at": ANSWERED}
    assert refused(pass_on, dossier.pk, **told) == handover.NOT_ACCEPTED
    assert refused(link, dossier.pk, unit=world.elsewhere, by=world.lan, at=ANSWERED) == legs.NOT_ACCEPTED


def test_it_is_accepted_once_and_a_received_one_never(world: World) -> None:
    dossier = filed(world)
    accept(dossier.pk, by=world.lan, at=ANSWERED)

    assert refused(accept, dossier.pk, by=world.lan, at=ANSWERED) == reception.ACCEPTED
    waits = life.in_work(world)
    ask_supplement(waits.pk, wanted=["Tờ khai theo mẫu"], reason="Tờ khai chưa ký tên", by=world.minh, at=ASKED)
    assert refused(accept, waits.pk, by=world.lan, at=BROUGHT) == reception.ACCEPTED
    assert BookEntry.objects.count() == 2


def test_only_the_desk_takes_in_and_only_who_holds_it_accepts(world: World) -> None:
    told = world.reception(channel=Channel.ONLINE)
    for stranger in (world.minh, world.nam):
        with pytest.raises(NotAllowed):
            submit(told, by=stranger, at=FILED)
    dossier = filed(world)
    with pytest.raises(NotAllowed):
        accept(dossier.pk, by=world.nam, at=ANSWERED)
    assert Dossier.objects.count() == Entry.objects.count() == 1


def test_the_guards_of_the_counter_hold_for_what_is_filed_too(world: World) -> None:
    told = world.reception(channel=Channel.ONLINE, submitter_account="buudien")
    submit(told, by=world.lan, at=FILED)

    for wrong, words in (
        (replace(told, channel=Channel.COUNTER), reception.AT_COUNTER),
        (replace(told, submitter_account=" "), reception.NO_ACCOUNT),
        (replace(told, applicant=world.an), reception.ONE_ACCOUNT),
        (replace(told, special_case=True, witnesses=[world.an]), reception.NO_WITNESSES),
        (replace(told, papers=[Paper("Giấy", PaperForm.ORIGINAL, 2, kept_original=True)]), reception.KEPT),
    ):
        assert refused(submit, wrong, by=world.lan, at=FILED) == words


def test_books_and_reports_count_it_from_its_reception_on(world: World) -> None:
    refuse(filed(world).pk, reason="Không thuộc thẩm quyền của phường", by=world.lan, at=ANSWERED)
    filed(world, applicant=person("Lê Văn Chờ"))
    taken = filed(world, applicant=world.an)
    first, last = FILED.date(), BROUGHT.date()
    assert stock_flow(world.ward, first, last).rows == ()
    assert not tracking_book(world.ward, first, last).lines

    accept(taken.pk, by=world.lan, at=ANSWERED)
    receive(world.reception(), by=world.lan, at=ANSWERED)

    [row] = stock_flow(world.ward, first, last).rows
    assert (row.online, row.direct) == (1, 1)
    assert [line.serial for line in tracking_book(world.ward, first, last).lines] == [1, 2]


def test_a_refusal_raised_inside_leaves_nothing(world: World) -> None:
    with pytest.raises(Refusal):
        submit(world.reception(channel=Channel.ONLINE, version=world.versions["birth"], papers=[
            Paper("x", PaperForm.ORIGINAL, 1, kept_original=True)]), by=world.lan, at=FILED)  # fmt: skip
    assert not Dossier.objects.exists()
