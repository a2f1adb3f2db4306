"""What an administrator may do to an officer: each with its form, when it fits, and the one call it makes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.language import Words
from motcua.office.dossiers.acts.leaving import leave, move
from motcua.office.people.accounts import deactivate, enable, renew_password, reset_code
from motcua.office.people.appointments import appoint, end_substitution, substitute
from motcua.office.people.models import Officer
from motcua.web.desk.officers_forms import (
    AppointForm,
    EndForm,
    EndSubstitutionForm,
    MoveForm,
    NoFields,
    OfficerForm,
    Seen,
    SubstituteForm,
)

Call = Callable[[Officer, Any, Officer, datetime], object]  # the officer, the form, by whom, when


@dataclass(frozen=True)
class OfficerAct:
    """`fits` spares administrators what the office would refuse anyway; `tells` a password, once."""

    name: str
    title: Words
    form: type[OfficerForm]
    fits: Callable[[Seen], bool]
    call: Call
    grave: bool = False
    tells: bool = False


def _substitute(officer: Officer, form: SubstituteForm, by: Officer, at: datetime) -> object:  # noqa: ARG001
    said = form.cleaned_data
    return substitute(
        int(said["position"]), said["substitute"], from_on=said["from_on"], to_on=said["to_on"],
        decision=said["decision"], by=by, at=at,
    )  # fmt: skip


def _end_substitution(officer: Officer, form: EndSubstitutionForm, by: Officer, at: datetime) -> object:  # noqa: ARG001
    return end_substitution(int(form.cleaned_data["substitution"]), to_on=form.cleaned_data["to_on"], by=by, at=at)


def _appoint(officer: Officer, form: AppointForm, by: Officer, at: datetime) -> object:
    return appoint(officer, form.post(), by=by, at=at)


def _move(officer: Officer, form: MoveForm, by: Officer, at: datetime) -> object:  # noqa: ARG001
    said = form.cleaned_data
    return move(int(said["position"]), form.post(), heir=said["heir"], by=by, at=at)


def _end(officer: Officer, form: EndForm, by: Officer, at: datetime) -> object:  # noqa: ARG001
    said = form.cleaned_data
    return leave(int(said["position"]), to_on=said["to_on"], heir=said["heir"], by=by, at=at)


def _account(act: Callable[..., object]) -> Call:
    def call(officer: Officer, form: OfficerForm, by: Officer, at: datetime) -> object:  # noqa: ARG001
        return act(officer.pk, by=by, at=at)

    return call


def _holds(seen: Seen) -> bool:
    return bool(seen.positions)


def _of_ours(seen: Seen) -> bool:
    return seen.all_ours and not seen.own


ACTS = (
    OfficerAct("substitute", Words(vi="Phân công người thay", en="Name a substitute"), SubstituteForm, _holds,
               _substitute),
    OfficerAct("end-substitution", Words(vi="Kết thúc thay thế", en="End a substitution"), EndSubstitutionForm,
               lambda seen: bool(seen.substitutions), _end_substitution),
    OfficerAct("appoint", Words(vi="Giao thêm vị trí", en="Give a position"), AppointForm,
               lambda seen: seen.all_ours, _appoint),
    OfficerAct("move", Words(vi="Điều động sang vị trí khác", en="Transfer"), MoveForm,
               lambda seen: bool(seen.positions) and seen.all_ours, _move),
    OfficerAct("end", Words(vi="Kết thúc vị trí", en="End a position"), EndForm, _holds, _end, grave=True),
    OfficerAct("unlock", Words(vi="Mở khóa tài khoản", en="Unlock the account"), NoFields,
               lambda seen: seen.all_ours and seen.member.shut, _account(enable)),
    OfficerAct("password", Words(vi="Cấp lại mật khẩu", en="Give a new password"), NoFields, _of_ours,
               _account(renew_password), tells=True),
    OfficerAct("code", Words(vi="Đặt lại mã xác thực", en="Reset the one-time codes"), NoFields,
               lambda seen: _of_ours(seen) and seen.member.has_code, _account(reset_code)),
    OfficerAct("deactivate", Words(vi="Khóa tài khoản", en="Close the account"), NoFields,
               lambda seen: _of_ours(seen) and seen.member.officer.is_active, _account(deactivate), grave=True),
)  # fmt: skip
ALL = {one.name: one for one in ACTS}


def offered(seen: Seen) -> Iterator[OfficerAct]:
    return (one for one in ACTS if one.fits(seen))
