"""What happens to a dossier of the demonstration: acts in their order, with the moment of each before it is done."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from motcua.evidence.published import TWO_LEVELS_FROM
from motcua.office.dossiers.acts.correction import correct, reopen
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.lateness import apologise, confirm_cause, draft_apology
from motcua.office.dossiers.acts.legs import link, receive_leg
from motcua.office.dossiers.acts.opinions import answer_opinion, ask_opinion
from motcua.office.dossiers.acts.reception import accept, receive
from motcua.office.dossiers.acts.refusal import refuse, terminate
from motcua.office.dossiers.acts.settlement import propose, send_back
from motcua.office.dossiers.acts.special import end_mediation, mediate
from motcua.office.dossiers.acts.waiting import ask_duty, ask_supplement, duty_paid, resubmit, withdraw
from motcua.office.dossiers.demonstration.cast import Office
from motcua.office.dossiers.demonstration.walk import (
    Moments,
    Walk,
    assessed,
    begun,
    decided,
    filed,
    not_received,
    returned,
)
from motcua.office.dossiers.guards.waiting import may_be_asked
from motcua.office.dossiers.models import Dossier, PaperForm
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.models import Role
from motcua.worktime.term import Term


def plain(walk: Walk) -> Moments:
    yield from begun(walk)
    yield from decided(walk)


def online(walk: Walk) -> Moments:
    """Looked at on the same day, then received."""
    yield from filed(walk)
    yield from walk.later(30, 200)
    accept(walk.pk, by=walk.by(Role.RECEPTION), at=walk.at)
    yield from assessed(walk)
    yield from decided(walk)


def supplemented(walk: Walk) -> Moments:
    yield from waiting(walk)
    yield from walk.later(500, 1900)
    paper = Paper(may_be_asked(Dossier.objects.get(pk=walk.pk))[-1], PaperForm.COPY)
    resubmit(walk.pk, papers=[paper], by=walk.by(Role.RECEPTION), at=walk.at)
    yield from walk.later(60, 240)
    yield from decided(walk)


def waiting(walk: Walk) -> Moments:
    """Papers are asked for and have not come."""
    yield from begun(walk)
    wanted = may_be_asked(Dossier.objects.get(pk=walk.pk))[-1:]
    reason = "Giấy tờ đã nộp bị mờ, không đọc được; đề nghị nộp lại bản rõ."
    ask_supplement(walk.pk, wanted=wanted, reason=reason, by=walk.by(Role.SPECIALIST), at=walk.at)


def withdrawn(walk: Walk) -> Moments:
    yield from begun(walk)
    withdraw(walk.pk, reason="Công dân đề nghị rút hồ sơ.", by=walk.by(Role.RECEPTION), at=walk.at)


def stopped(walk: Walk) -> Moments:
    """Stopped because the papers never came, which has a form since July 2025; before that it goes on waiting."""
    yield from waiting(walk)
    if walk.at.date() < TWO_LEVELS_FROM:
        return
    yield from walk.later(1500, 2400)
    reason = "Công dân không bổ sung giấy tờ trong thời hạn đã thông báo."
    terminate(walk.pk, reason=reason, by=walk.by(Role.HEAD), at=walk.at)


def refused(walk: Walk) -> Moments:
    """Refused after assessment, with its reason; the answer is returned as any result."""
    yield from begun(walk)
    reason = "Không đủ điều kiện theo quy định."
    propose(walk.pk, proposal=reason, refuses=True, by=walk.by(Role.SPECIALIST), at=walk.at)
    yield from walk.to(Role.HEAD)
    refuse(walk.pk, reason=reason, by=walk.by(Role.HEAD), at=walk.at)
    yield from walk.later(10, 60)
    yield from walk.to(Role.RECEPTION)
    yield from returned(walk)


def corrected(walk: Walk) -> Moments:
    """The head sends the proposal back once; a slip of the pen is corrected on the way."""
    yield from begun(walk)
    specialist = walk.by(Role.SPECIALIST)
    correct(walk.pk, changes={"subject": "Cấp theo đề nghị"}, reason="Ghi thiếu nội dung.", by=specialist, at=walk.at)
    propose(walk.pk, proposal="Đồng ý.", by=specialist, at=walk.at)
    yield from walk.to(Role.HEAD)
    send_back(walk.pk, reason="Nêu rõ căn cứ.", by=walk.by(Role.HEAD), at=walk.at)
    yield from walk.later(10, 60)
    take_over(walk.pk, by=specialist, at=walk.at)
    yield from walk.later(20, 90)
    yield from decided(walk)


def reopened(walk: Walk) -> Moments:
    """Returned, then taken up again for a mistake; the first closing stays as it was."""
    yield from plain(walk)
    yield from walk.later(480, 900)
    reopen(walk.pk, reason="Kết quả ghi sai năm sinh.", by=walk.by(Role.HEAD), at=walk.at)


def late(walk: Walk) -> Moments:
    """Not done in time: the head apologises the day before and sets one new day, which is kept."""
    yield from begun(walk)
    yield from until(walk, timedelta(days=2))
    due = Dossier.objects.get(pk=walk.pk).due_at
    assert due is not None, "only dossiers with a term are late"  # noqa: S101
    new = walk.office.schedule.due(due, Term(3, "working_day"))
    fault = "Cần thêm thời gian xác minh."
    specialist = walk.by(Role.SPECIALIST)
    slip = draft_apology(walk.pk, reason="late", fault=fault, new_due_at=new, by=specialist, at=walk.at)
    yield from walk.later(10, 60)
    apologise(slip.pk, by=walk.by(Role.HEAD), at=walk.at)
    yield from walk.later(600, 1400)
    yield from decided(walk)


def overdue(walk: Walk) -> Moments:
    """Past its day with no letter: what the desk warns of. Later the head says why, and it is settled."""
    yield from begun(walk)
    yield from until(walk, -timedelta(days=2))
    confirm_cause(walk.pk, cause="us", by=walk.by(Role.HEAD), at=walk.at)
    yield from walk.later(900, 1900)
    yield from decided(walk)


def until(walk: Walk, before: timedelta) -> Moments:
    """Nothing happens until some days before the due date, or after it."""
    due = Dossier.objects.get(pk=walk.pk).due_at
    if due is not None and due - before > walk.at:
        walk.at = walk.office.schedule.next_open(due - before)
        yield walk.at


def lying(walk: Walk) -> Moments:
    """Passed on, and nobody takes it over."""
    yield walk.at
    told = Reception(walk.office.unit, walk.version, walk.applicant, walk.papers())
    desk = walk.by(Role.RECEPTION)
    walk.dossier = receive(told, by=desk, at=walk.at)
    yield from walk.later(10, 60)
    pass_on(walk.pk, name="Thẩm định", unit=walk.office.unit, role=Role.SPECIALIST, by=desk, at=walk.at)


def mediated(walk: Walk, number: int) -> Moments:
    """A land dispute with a council of its own."""
    yield from begun(walk)
    mediate(
        walk.pk, council_decision_no=f"{number}/QĐ-UBND", council_decided_at=walk.at, by=walk.by(Role.SPECIALIST),
        at=walk.at,
    )  # fmt: skip
    yield from walk.later(2400, 4800)
    minutes = f"{number}/BB-HĐHG"
    end_mediation(walk.pk, outcome="reconciled", minutes_no=minutes, by=walk.by(Role.SPECIALIST), at=walk.at)
    yield from walk.later(20, 90)
    yield from decided(walk)


def owing(walk: Walk) -> Moments:
    """Land: the citizen pays the duty of the tax authority's notice before it goes on."""
    yield from begun(walk)
    notice = f"LTB{walk.pk:07d}/TB-CCT"
    ask_duty(walk.pk, notice=notice, amount=1_250_000, by=walk.by(Role.SPECIALIST), at=walk.at)
    yield from walk.later(900, 1900)
    duty_paid(walk.pk, proof=f"Giấy nộp tiền {walk.pk:07d}", by=walk.by(Role.RECEPTION), at=walk.at)
    yield from walk.later(20, 90)
    yield from decided(walk)


def consulted(walk: Walk, other: Office) -> Moments:
    """Another unit is asked for its opinion and answers."""
    yield from begun(walk)
    due = walk.office.schedule.due(walk.at, Term(2, "working_day"))
    specialist = walk.by(Role.SPECIALIST)
    asked = ask_opinion(walk.pk, unit=other.unit, question="Thửa đất có tranh chấp không?", due_at=due, by=specialist,
                        at=walk.at)  # fmt: skip
    yield from walk.later(240, 800)
    answer = "Không có tranh chấp."
    answer_opinion(asked.pk, agrees=True, answer=answer, by=other.officers[Role.SPECIALIST], at=walk.at)
    yield from walk.later(60, 300)
    yield from decided(walk)


def linked(walk: Walk, other: Office) -> Moments:
    """A leg at the other unit under its own code, settled there before the whole."""
    yield from begun(walk)
    link(walk.pk, unit=other.unit, by=walk.by(Role.SPECIALIST), at=walk.at)
    yield from walk.later(60, 240)
    leg = Walk(other, walk.version, walk.applicant, walk.at, walk.rng)
    papers = walk.papers()
    leg.dossier = receive_leg(walk.pk, unit=other.unit, papers=papers, by=other.officers[Role.RECEPTION], at=walk.at)
    yield from leg.later(10, 60)
    yield from leg.to(Role.SPECIALIST)
    yield from decided(leg)
    walk.at = max(walk.at, leg.at)
    yield from walk.later(60, 300)
    yield from decided(walk)


COMMON: Sequence[tuple[Callable[[Walk], Moments], int]] = (
    (plain, 12), (online, 6), (filed, 1), (not_received, 1), (supplemented, 2), (waiting, 1), (withdrawn, 1),
    (stopped, 1), (refused, 1),
    (corrected, 2), (reopened, 1), (late, 2), (overdue, 1), (lying, 1),
)  # fmt: skip
