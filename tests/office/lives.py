"""Lives of dossiers for tests of many at once and of killed processes: what comes next, whoever finds the dossier."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from motcua.office.dossiers.acts import lateness, money, settlement, waiting
from motcua.office.dossiers.acts.certification import Copies, certify
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Channel, Dossier, PaperForm, PaymentChannel, Result, SlipKind, Status
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.models import Officer, Person, Position, Role, Unit
from motcua.office.procedures.models import Version
from tests.world import again

Next = tuple[str, Callable[[], object]]


def staff(unit: Unit) -> dict[str, Officer]:
    """Who works in the unit, by role."""
    return {one.role: one.officer for one in Position.objects.filter(unit=unit).select_related("officer")}


def beginning(unit: Unit, *, copies: bool, at: datetime) -> Next:
    """A dossier received, or copies certified at once."""
    people, applicant = staff(unit), Person.objects.all()[0]
    version = Version.objects.get(special="certified_copy" if copies else "")
    if copies:
        one = Copies(unit, version, applicant, people[Role.HEAD], "Bằng tốt nghiệp", 1, 2)
        return "certify", partial(certify, one, by=people[Role.RECEPTION], at=at)
    papers = [Paper(one.name, PaperForm.COPY, one.no) for one in version.components.all()]
    told = Reception(unit=unit, version=version, applicant=applicant, papers=papers)
    return "receive", partial(receive, told, by=people[Role.RECEPTION], at=at)


def further(one: Dossier, *, at: datetime) -> Next:
    """The next act of a dossier that goes on, and who does it there."""
    people = staff(one.unit)
    step = one.steps.select_related("officer").get(finished_at=None)
    holder = step.officer
    if step.received_at is None or holder is None:
        return "take_over", partial(take_over, one.pk, by=holder or people[step.role], at=at)
    if one.status == Status.SUPPLEMENT:
        asked = one.version.components.latest("no")
        papers = [Paper(asked.name, PaperForm.COPY, listed_as=asked.no)]
        return "resubmit", partial(waiting.resubmit, one.pk, papers=papers, by=people[Role.RECEPTION], at=at)
    if one.status == Status.SETTLED and step.role == Role.RECEPTION:
        to = one.applicant.name
        return "return_result", partial(settlement.return_result, one.pk, way=Channel.COUNTER, to=to, by=holder, at=at)
    if one.status != Status.PROCESSING:
        role = Role.RECEPTION if one.status == Status.SETTLED else Role.SPECIALIST
        return "pass_on", partial(pass_on, one.pk, name=role.label, unit=one.unit, role=role, by=holder, at=at)
    aside = _aside(one, people, holder, at) if step.role == Role.SPECIALIST else None
    return aside or _settling(one, people, holder, at)


def brought_home(clock: Callable[[], datetime]) -> int:
    """Every dossier that was interrupted goes on to its return; how many there are in all."""
    for one in Dossier.objects.exclude(status=Status.RETURNED):
        while (kept := again(one)).status != Status.RETURNED:
            further(kept, at=clock())[1]()
    return Dossier.objects.count()


def _aside(one: Dossier, people: dict[str, Officer], holder: Officer, at: datetime) -> Next | None:
    """Of three dossiers one waits for papers, one has its apology, one is paid for."""
    kind = int(one.code[-4:]) % 3
    if kind == 0 and not one.supplement_requests:
        wanted = [one.version.components.latest("no").name]
        return "ask_supplement", partial(
            waiting.ask_supplement, one.pk, wanted=wanted, reason="Giấy tờ mờ, không đọc được", by=holder, at=at
        )
    if kind == 1:
        return _apology(one, people, holder, at)
    if kind == 2 and not one.charges.exists():
        return "charge", partial(money.charge, one.pk, name="Lệ phí", amount=8000, by=people[Role.RECEPTION], at=at)
    if kind == 2 and one.fee_paid < one.fee_due:
        cash = PaymentChannel.CASH
        return "pay", partial(money.pay, one.pk, amount=8000, channel=cash, by=people[Role.RECEPTION], at=at)
    return None


def _apology(one: Dossier, people: dict[str, Officer], holder: Officer, at: datetime) -> Next | None:
    letter = one.slips.filter(kind=SlipKind.APOLOGY).first()
    if letter is None and one.due_at is not None:
        new_due_at, fault = one.due_at + timedelta(days=7), "Hồ sơ nhiều hơn ngày thường"
        return "draft_apology", partial(
            lateness.draft_apology, one.pk, reason="late", fault=fault, new_due_at=new_due_at, by=holder, at=at
        )
    if letter is not None and letter.issued_at is None:
        return "apologise", partial(lateness.apologise, letter.pk, by=people[Role.HEAD], at=at)
    return None


def _settling(one: Dossier, people: dict[str, Officer], holder: Officer, at: datetime) -> Next:
    result = Result.objects.filter(dossier=one).first()
    if result is None:
        return "propose", partial(settlement.propose, one.pk, proposal="Đủ điều kiện", by=holder, at=at)
    if result.approved_at is None:
        return "approve", partial(settlement.approve, one.pk, by=people[Role.HEAD], at=at)
    return "record_result", partial(settlement.record_result, one.pk, pages=1, by=holder, at=at)
