"""Dossiers through random acts by random officers: whatever is refused or done, the promises of the office hold."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from motcua.language import Refusal
from motcua.office.dossiers import deadlines, lifecycle
from motcua.office.dossiers.acts import correction, handover, lateness, opinions, refusal, settlement, waiting
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Channel, Dossier, PaperForm, Slip, Status
from motcua.office.dossiers.told import Paper
from motcua.office.journal.models import Entry
from motcua.office.journal.writing import digest
from motcua.office.people.models import Officer, Role
from tests.world import THURSDAY_MORNING, World, build, officer

WHO = st.sampled_from(["holder", "lan", "minh", "hoa", "van", "nam", "tam"])
WHICH = st.integers(0, 1)
ROLES = st.sampled_from([Role.RECEPTION, Role.SPECIALIST, Role.CLERK, Role.HEAD])
PAPERS = [Paper("Giấy tờ chứng minh", PaperForm.COPY)]


class Lives(RuleBasedStateMachine):
    """Two dossiers and everybody of the ward; time goes on a little before each act."""

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.world: World = build()
        self.people: dict[str, Officer] = {
            name: getattr(self.world, name) for name in ("lan", "minh", "hoa", "van", "nam")
        }
        self.people["tam"] = officer("tam", "Cao Thị Tâm", self.world.ward, Role.SPECIALIST)
        self.at = THURSDAY_MORNING
        self.pks = [receive(self.world.reception(), by=self.world.lan, at=self.at).pk for _ in range(2)]
        self.ends: dict[int, tuple[object, object]] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def do(self, which: int, who: str, act: Callable[[int, Officer], object]) -> None:
        """The act is done and leaves one line, or is refused and leaves nothing."""
        self.at += timedelta(hours=7)
        dossier = Dossier.objects.get(pk=self.pks[which])
        by = dossier.holder or self.world.lan if who == "holder" else self.people[who]
        before = Entry.objects.count()
        try:
            act(dossier.pk, by)
        except Refusal:
            assert Entry.objects.count() == before
        else:
            assert Entry.objects.count() == before + 1

    @rule(which=WHICH)
    def go_on(self, which: int) -> None:
        """What comes next on the straight way from reception to return."""
        dossier = Dossier.objects.get(pk=self.pks[which])
        step = dossier.steps.filter(finished_at=None).first()
        if step is None:
            return
        if step.received_at is None:
            who = {Role.RECEPTION: "lan", Role.SPECIALIST: "minh", Role.CLERK: "van", Role.HEAD: "hoa"}[Role(step.role)]
            self.take_over(which, who)
        elif dossier.status == Status.SUPPLEMENT:
            self.resubmit(which, "lan")
        elif dossier.status == Status.SETTLED:
            self.give_back(which, "lan") if step.role == Role.RECEPTION else self.pass_on(
                which, "holder", Role.RECEPTION
            )
        elif step.role != Role.SPECIALIST:
            self.pass_on(which, "holder", Role.SPECIALIST)
        else:
            self._decide(which, dossier)

    def _decide(self, which: int, dossier: Dossier) -> None:
        result = getattr(dossier, "result", None)
        if result is None or result.sent_back_at is not None:
            self.propose(which, "holder", refuses=False)
        elif result.approved_at is not None:
            self.record(which, "holder")
        elif result.refuses:
            self.refuse(which, "hoa")
        else:
            self.approve(which, "hoa", "Đã đủ căn cứ")

    @rule(which=WHICH, who=WHO, role=ROLES)
    def pass_on(self, which: int, who: str, role: Role) -> None:
        self.do(which, who, lambda pk, by: handover.pass_on(
            pk, name="Chuyển", unit=self.world.ward, role=role, by=by, at=self.at))  # fmt: skip

    @rule(which=WHICH, who=WHO)
    def take_over(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: handover.take_over(pk, by=by, at=self.at))

    @rule(which=WHICH, who=WHO, to=WHO)
    def assign(self, which: int, who: str, to: str) -> None:
        given = self.people.get(to, self.world.minh)
        self.do(which, who, lambda pk, by: handover.assign(pk, to=given, by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def ask_supplement(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: waiting.ask_supplement(
            pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu", by=by, at=self.at))  # fmt: skip

    @rule(which=WHICH, who=WHO)
    def resubmit(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: waiting.resubmit(pk, papers=PAPERS, by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def withdraw(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: waiting.withdraw(pk, reason="Không cần", by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def refuse(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: refusal.refuse(pk, reason="Không đủ", by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def ask_opinion(self, which: int, who: str) -> None:
        due_at = self.at + timedelta(days=2)
        self.do(which, who, lambda pk, by: opinions.ask_opinion(
            pk, unit=self.world.elsewhere, question="?", due_at=due_at, by=by, at=self.at))  # fmt: skip

    @rule(which=WHICH, who=WHO, refuses=st.booleans())
    def propose(self, which: int, who: str, refuses: bool) -> None:
        self.do(which, who, lambda pk, by: settlement.propose(pk, proposal="Đủ", refuses=refuses, by=by, at=self.at))

    @rule(which=WHICH, who=WHO, despite=st.sampled_from(["", "Đã đủ căn cứ"]))
    def approve(self, which: int, who: str, despite: str) -> None:
        self.do(which, who, lambda pk, by: settlement.approve(pk, despite=despite, by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def send_back(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: settlement.send_back(pk, reason="Thiếu", by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def record(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: settlement.record_result(pk, pages=1, by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def give_back(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: settlement.return_result(
            pk, way=Channel.COUNTER, to="Bình", by=by, at=self.at))  # fmt: skip

    @rule(which=WHICH, who=WHO)
    def draft_apology(self, which: int, who: str) -> None:
        new_due_at = self.at + timedelta(days=9)
        self.do(which, who, lambda pk, by: lateness.draft_apology(
            pk, reason="late", fault="Chờ", new_due_at=new_due_at, by=by, at=self.at))  # fmt: skip

    @rule(which=WHICH, who=WHO)
    def apologise(self, which: int, who: str) -> None:
        draft = Slip.objects.filter(dossier=self.pks[which], kind="apology").last()
        if draft is not None:
            self.do(which, who, lambda _, by: lateness.apologise(draft.pk, by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def correct(self, which: int, who: str) -> None:
        changes = {"subject": f"Lần {Entry.objects.count()}"}
        self.do(which, who, lambda pk, by: correction.correct(pk, changes=changes, reason="Nhầm", by=by, at=self.at))

    @rule(which=WHICH, who=WHO)
    def reopen(self, which: int, who: str) -> None:
        self.do(which, who, lambda pk, by: correction.reopen(pk, reason="Nhầm", by=by, at=self.at))

    @invariant()
    def nothing_is_returned_before_it_is_settled(self) -> None:
        for dossier in Dossier.objects.all():
            if dossier.returned_at is not None:
                assert dossier.finished_at is not None and dossier.finished_at <= dossier.returned_at
            if dossier.status in (Status.SETTLED, Status.RETURNED):
                assert dossier.result.issued_at is not None

    @invariant()
    def the_first_end_and_the_first_return_stay(self) -> None:
        for dossier in Dossier.objects.all():
            finished_at, returned_at = self.ends.get(dossier.pk, (None, None))
            assert finished_at in (None, dossier.finished_at) and returned_at in (None, dossier.returned_at)
            self.ends[dossier.pk] = (dossier.finished_at, dossier.returned_at)

    @invariant()
    def one_step_is_open_until_the_end_and_somebody_answers(self) -> None:
        for dossier in Dossier.objects.all():
            goes_on = dossier.status in lifecycle.OPEN or dossier.status == Status.SETTLED
            assert dossier.steps.filter(finished_at=None).count() == goes_on
            assert (dossier.holder is not None) == goes_on

    @invariant()
    def the_due_date_is_what_the_ledger_says(self) -> None:
        for dossier in Dossier.objects.all():
            due = deadlines.standing(dossier)
            assert due is not None
            assert (due.current_due, due.waiting_minutes) == (dossier.due_at, dossier.waiting_minutes)

    @invariant()
    def the_journal_is_one_chain(self) -> None:
        previous = "0" * 64
        for serial, entry in enumerate(Entry.objects.filter(unit=self.world.ward.unit_id).order_by("serial"), start=1):
            assert (entry.serial, entry.previous, entry.hash) == (serial, previous, digest(entry))
            previous = entry.hash


def test_whatever_officers_try_the_promises_hold(db: None) -> None:
    run_state_machine_as_test(Lives, settings=settings(max_examples=12, stateful_step_count=40, deadline=None))


def test_the_straight_way_leads_to_the_return(db: None) -> None:
    lives = Lives()
    for _ in range(9):
        lives.go_on(0)
    assert Dossier.objects.get(pk=lives.pks[0]).status == Status.RETURNED
    lives.teardown()
