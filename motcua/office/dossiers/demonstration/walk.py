"""One dossier of the demonstration on its way through an office, and the stages that the courses share."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.office.documents.models import Capacity
from motcua.office.dossiers.acts.copy_signing import sign_copy_with
from motcua.office.dossiers.acts.digitisation import digitise
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.money import charge, pay
from motcua.office.dossiers.acts.reception import receive, submit
from motcua.office.dossiers.acts.refusal import refuse
from motcua.office.dossiers.acts.settlement import approve, propose, record_result, return_result
from motcua.office.dossiers.acts.special import archive, check_residence
from motcua.office.dossiers.demonstration.cast import Office
from motcua.office.dossiers.demonstration.documents import result
from motcua.office.dossiers.demonstration.scans import scanned
from motcua.office.dossiers.guards.signed_result import possible
from motcua.office.dossiers.models import Channel, DigitalCopy, Dossier, PaperForm, PaymentChannel
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.models import Officer, Person, Role
from motcua.office.procedures.models import Version
from motcua.worktime.term import Term

Moments = Iterator[datetime]
LEFT_ON_PAPER = 7  # one result of so many is not digitised, so that there is something to be warned of
NAMES = {
    Role.SPECIALIST: "Thẩm định",
    Role.HEAD: "Ký duyệt",
    Role.CLERK: "Vào sổ, đóng dấu",
    Role.RECEPTION: "Trả kết quả",
}


@dataclass
class Walk:
    """One dossier on its way through an office; `at` is the moment of the act that comes next."""

    office: Office
    version: Version
    applicant: Person
    at: datetime
    rng: random.Random
    dossier: Dossier | None = None

    def by(self, role: Role) -> Officer:
        return self.office.officers[role]

    @property
    def pk(self) -> int:
        assert self.dossier is not None, "received first"  # noqa: S101
        return int(self.dossier.pk)

    def later(self, least: int, most: int) -> Moments:
        """Some working minutes later."""
        minutes = self.rng.randint(least, most)
        hours = Term(minutes // 60, "hour") if minutes >= 60 else None
        moment = self.at + timedelta(minutes=minutes % 60)
        self.at = self.office.schedule.next_open(self.office.schedule.due(moment, hours) if hours else moment)
        yield self.at

    def papers(self) -> list[Paper]:
        listed = [one for one in self.version.components.all() if one.required or one.no == 1]
        form = {True: PaperForm.DATA, False: PaperForm.COPY}
        return [Paper(one.name, form[one.replaced_by_data], listed_as=one.no) for one in listed]

    def to(self, role: Role) -> Moments:
        """Passed on by whoever has it, taken over by the next some time later."""
        holder = Dossier.objects.select_related("holder").get(pk=self.pk).holder
        assert holder is not None, "a dossier on its way is in someone's hand"  # noqa: S101
        pass_on(self.pk, name=NAMES[role], unit=self.office.unit, role=role, by=holder, at=self.at)
        yield from self.later(10, 90)
        take_over(self.pk, by=self.by(role), at=self.at)
        yield from self.later(20, 240)


def begun(walk: Walk) -> Moments:
    """Received at the desk and taken over by the specialist."""
    yield walk.at
    told = Reception(unit=walk.office.unit, version=walk.version, applicant=walk.applicant, papers=walk.papers())
    walk.dossier = receive(told, by=walk.by(Role.RECEPTION), at=walk.at)
    yield from assessed(walk)


def filed(walk: Walk) -> Moments:
    """Came online; nobody has looked at it yet."""
    yield walk.at
    told = Reception(
        unit=walk.office.unit, version=walk.version, applicant=walk.applicant, papers=walk.papers(),
        channel=Channel.ONLINE, return_way=Channel.ONLINE, submitter_account=walk.applicant.number,
    )  # fmt: skip
    walk.dossier = submit(told, by=walk.by(Role.RECEPTION), at=walk.at)


def not_received(walk: Walk) -> Moments:
    """Came online to an office that may not take it: refused with a slip, and no receipt."""
    yield from filed(walk)
    yield from walk.later(30, 200)
    reason = "Thủ tục không thuộc thẩm quyền giải quyết của cơ quan tiếp nhận."
    refuse(walk.pk, reason=reason, by=walk.by(Role.RECEPTION), at=walk.at)


def assessed(walk: Walk) -> Moments:
    """Fees charged at the desk, then with the specialist."""
    desk = walk.by(Role.RECEPTION)
    for fee in walk.version.fees.all():
        charge(walk.pk, name=fee.name, amount=fee.amount, by=desk, at=walk.at)
    if (owed := sum(fee.amount for fee in walk.version.fees.all())) and walk.rng.random() < 0.6:
        pay(walk.pk, amount=owed, channel=PaymentChannel.CASH, by=desk, at=walk.at)
    yield from walk.later(10, 60)
    yield from walk.to(Role.SPECIALIST)
    if walk.version.special == "residence":
        method = "Tra cứu Cơ sở dữ liệu quốc gia về dân cư"
        check_residence(walk.pk, method=method, by=walk.by(Role.SPECIALIST), at=walk.at)


def decided(walk: Walk) -> Moments:
    """Proposed, approved, recorded, returned at the desk."""
    propose(walk.pk, proposal="Đủ điều kiện giải quyết.", by=walk.by(Role.SPECIALIST), at=walk.at)
    yield from walk.to(Role.HEAD)
    approve(walk.pk, by=walk.by(Role.HEAD), at=walk.at)
    yield from walk.to(Role.CLERK)
    pages = walk.rng.randint(1, 3)
    document = None
    if walk.version.signed_result:
        dossier = Dossier.objects.get(pk=walk.pk)
        for moment in result(walk.office, dossier, walk.at, walk.rng):
            walk.at = moment
            yield moment
        document = next((one.pk for one in possible(dossier)), None)
    record_result(walk.pk, pages=pages, document=document, by=walk.by(Role.CLERK), at=walk.at)
    if walk.pk % LEFT_ON_PAPER and not walk.version.signed_result:
        copy = digitise(walk.pk, contents=[scanned(pages)], by=walk.by(Role.CLERK), at=walk.at)
        yield from signed(walk, copy)
    yield from walk.to(Role.RECEPTION)
    yield from returned(walk)


def signed(walk: Walk, copy: DigitalCopy) -> Moments:
    """Of four copies one is compared and signed, another sealed as well; two wait for whoever looks."""
    office, clerk, turn = walk.office, walk.by(Role.CLERK), walk.pk % 4
    if office.clerks_key is None or office.seal is None or turn > 1:
        return
    yield from walk.later(5, 20)
    sign_copy_with(office.clerks_key, copy.pk, Capacity.PERSON, by=clerk, at=walk.at)
    if turn:
        yield from walk.later(5, 20)
        sign_copy_with(office.seal, copy.pk, Capacity.AGENCY, by=clerk, at=walk.at)


def returned(walk: Walk) -> Moments:
    """The citizen comes on one of the next days and pays what is still owed."""
    yield from walk.later(60, 900)
    kept, desk = Dossier.objects.get(pk=walk.pk), walk.by(Role.RECEPTION)
    if kept.fee_due > kept.fee_paid:
        owed = kept.fee_due - kept.fee_paid
        reference = f"MH{walk.pk:06d}"
        pay(walk.pk, amount=owed, channel=PaymentChannel.TRANSFER, reference=reference, by=desk, at=walk.at)
    return_result(walk.pk, way=Channel(kept.return_way), to=walk.applicant.name, by=desk, at=walk.at)
    if walk.version.special == "residence":
        yield from walk.later(60, 600)
        archive(walk.pk, residence_kind="temporary", by=walk.by(Role.CLERK), at=walk.at)
