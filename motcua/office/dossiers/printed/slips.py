"""Slips of the office as values of the forms, and as PDF."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.dossiers.deadlines import term_of
from motcua.office.dossiers.digitisation import SOURCE
from motcua.office.dossiers.models import Dossier, DossierComponent, PaperForm, Slip, SlipKind, Step
from motcua.office.dossiers.printed.freezing import thawed
from motcua.office.dossiers.reuse import dossier_of
from motcua.office.people.models import Officer, Person, Unit
from motcua.printing import forms
from motcua.printing.document import Signer
from motcua.printing.forms import print_form
from motcua.printing.forms.values import Slip as Form

DESK = "Bộ phận Tiếp nhận và Trả kết quả"
WAYS = {"counter": DESK, "online": "Trực tuyến", "post": "Qua dịch vụ bưu chính công ích"}
AT_ONCE = "Trả kết quả ngay"
NO_TERM = "Thủ tục chưa công bố thời hạn"
NO_DATE = "Chưa hẹn ngày; cơ quan thông báo khi có kết quả"
FROM_STORE = "{form}, từ hồ sơ {code}"
NOT_ISSUED = Words(
    vi="{slip} của hồ sơ {code} chưa được ký, chưa in được; hãy trình người đứng đầu ký.",
    en="{slip} of dossier {code} is not signed yet and cannot be printed; have the head sign it.",
)


def pdf(slip: Slip) -> bytes:
    """The slip as it was issued; the control slip with the hand-overs so far. Raises Refusal for a draft."""
    if slip.issued_at is None:
        raise Refusal(NOT_ISSUED, slip=slip.get_kind_display(), code=slip.dossier.code)
    if slip.kind == SlipKind.CONTROL:
        rows = list(slip.dossier.steps.select_related("unit", "sender", "officer"))
        moments = [at for step in rows for at in (step.sent_at, step.received_at, step.finished_at) if at]
        return print_form(_control(slip, rows), at=timezone.localtime(max(moments, default=slip.issued_at)))
    return print_form(thawed(slip.said["printed"]), at=timezone.localtime(slip.issued_at))


def values(slip: Slip) -> Form | None:
    """What the slip says, to be frozen at its issue; None for the control slip, which grows."""
    if slip.kind == SlipKind.CONTROL:
        return None
    return _OF_KIND[SlipKind(slip.kind)](slip)


def letterhead(unit: Unit) -> forms.Letterhead:
    above = "" if unit.parent is None else unit.parent.name
    return forms.Letterhead(agency_above=above, agency=unit.name, desk=DESK, place=unit.place or unit.name)


def party(person: Person) -> forms.Party:
    return forms.Party(name=person.name, address=person.address, phone=person.phone, email=person.email)


def _shared(slip: Slip) -> dict[str, Any]:
    dossier = slip.dossier
    serial, _, notation = slip.number.partition("/")
    issued = slip.issued_at or slip.drafted_at
    return {
        "letterhead": letterhead(dossier.unit),
        "dossier": _named(dossier),
        "on": timezone.localdate(issued),
        "number": int(serial) if serial.isdigit() else None,
        "notation": notation,
    }


def _named(dossier: Dossier) -> forms.Dossier:
    version = dossier.version
    return forms.Dossier(
        code=dossier.code,
        procedure_code=version.procedure.code,
        procedure=version.name,
        party=party(dossier.applicant),
        received_at=timezone.localtime(dossier.received_at),
    )


def _receipt(slip: Slip) -> forms.Receipt:
    dossier = slip.dossier
    serial, _, year = dossier.register_no.partition("/")
    papers = tuple(
        forms.Paper(no=one.no, name=one.name, form=form_of(one), quantity=one.quantity)
        for one in dossier.components.all()
    )
    term, at_once = term_of(dossier), dossier.version.immediate
    return forms.Receipt(
        **_shared(slip),
        papers=papers,
        sets=dossier.sets,
        term=(AT_ONCE if at_once else NO_TERM) if term is None else term.text("vi"),
        due_at=_local(dossier.due_at),
        no_date=AT_ONCE if at_once else NO_DATE,
        collect_at=WAYS[dossier.return_way],
        receiver=slip.by.full_name,
        submitter=(dossier.submitter or dossier.applicant).name,
        fee=dossier.fee_due or None,
        volume=year,
        serial=int(serial) if serial.isdigit() else None,
        settling="" if dossier.competent_unit_id == dossier.unit_id else dossier.competent_unit.name,
    )


def form_of(paper: DossierComponent) -> str:
    """As the receipt says it: of a paper in store, which was not asked for, with the dossier that it is from."""
    said = str(paper.get_form_display())
    if paper.form != PaperForm.DATA:
        return said
    copy = paper.scans.filter(replaced_at=None, source__isnull=False).select_related(*SOURCE).first()
    source = None if copy is None else copy.source
    return said if source is None else FROM_STORE.format(form=said, code=dossier_of(source).code)


def _supplement(slip: Slip) -> forms.SupplementRequest:
    wanted = tuple(slip.said["wanted"])
    return forms.SupplementRequest(
        **_shared(slip), wanted=wanted, reason=slip.said["reason"], officer=slip.by.full_name
    )


def _refusal(slip: Slip) -> forms.Refusal:
    signer = None if slip.signed_by is None else head(slip.dossier.unit, slip.signed_by)
    submitter = slip.dossier.submitter or slip.dossier.applicant
    return forms.Refusal(
        **_shared(slip),
        reason=slip.said["reason"],
        officer=slip.by.full_name,
        submitter=submitter.name,
        signer=signer,
    )


def _apology(slip: Slip) -> forms.Apology:
    return forms.Apology(
        **_shared(slip),
        due_at=_local(slip.due_at),
        reason=slip.fault,
        new_due_at=_local(slip.new_due_at),
        late=slip.reason == "late",
        signer=head(slip.dossier.unit, slip.signed_by),
    )


def _termination(slip: Slip) -> forms.Termination:
    return forms.Termination(
        **_shared(slip),
        stopped_at=timezone.localtime(slip.issued_at or slip.drafted_at),
        reason=slip.said["reason"],
        signer=head(slip.dossier.unit, slip.signed_by),
    )


def _fee(slip: Slip) -> forms.FeeSlip:
    charges = tuple(forms.Charge(one.name, one.amount) for one in slip.dossier.charges.all())
    return forms.FeeSlip(**_shared(slip), charges=charges, collector=slip.by.full_name)


def _control(slip: Slip, steps: list[Step]) -> forms.ControlSlip:
    return forms.ControlSlip(
        **_shared(slip),
        settling=slip.dossier.competent_unit.name,
        rows=tuple(_hand_over(before, step) for before, step in zip([None, *steps], steps, strict=False)),
    )


def _hand_over(before: Step | None, step: Step) -> forms.HandOver:
    return forms.HandOver(
        from_unit=(before or step).unit.name,
        to_unit=step.unit.name,
        sent_at=timezone.localtime(step.sent_at),
        received_at=None if step.received_at is None else timezone.localtime(step.received_at),
        giver=step.sender.full_name,
        receiver="" if step.officer is None else step.officer.full_name,
        verdict=verdict(step.finished_at, step.due_at),
        note=step.name,
    )


def verdict(finished_at: datetime | None, due_at: datetime | None) -> forms.Verdict | None:
    """Early before the due day, late after the due moment, on time between; None while either is not known."""
    if finished_at is None or due_at is None:
        return None
    if finished_at > due_at:
        return forms.Verdict.LATE
    early = timezone.localdate(finished_at) < timezone.localdate(due_at)
    return forms.Verdict.EARLY if early else forms.Verdict.ON_TIME


def head(unit: Unit, officer: Officer | None) -> Signer:
    """The signature of who signs for the unit, under the title of the position they hold there."""
    if officer is None:
        return Signer(title="Thủ trưởng cơ quan")
    held = officer.positions.filter(unit=unit, role="head").order_by("-from_on").first()
    title = "" if held is None else held.title
    return Signer(title=title or "Thủ trưởng cơ quan", name=officer.full_name)


def _local(at: datetime | None) -> datetime | None:
    return None if at is None else timezone.localtime(at)


_OF_KIND: dict[SlipKind, Callable[[Slip], Form]] = {
    SlipKind.RECEIPT: _receipt,
    SlipKind.SUPPLEMENT: _supplement,
    SlipKind.REFUSAL: _refusal,
    SlipKind.APOLOGY: _apology,
    SlipKind.TERMINATION: _termination,
    SlipKind.FEE: _fee,
}
