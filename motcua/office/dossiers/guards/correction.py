"""Guards of corrections: only what was told may be put right, never a moment, a state or a sum."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db.models import Field, Model

from motcua.language import Refusal, Words
from motcua.office.dossiers.models import Dossier
from motcua.office.people.models import Person

# by the name of the change: the attribute of the applicant, or of the dossier
OF_APPLICANT = {
    f"applicant_{name}": name for name in ("name", "number", "birth_on", "sex", "address", "phone", "email")
}
OF_DOSSIER = {"subject": "subject", "return_way": "return_way", "phone": "submitter_phone"}

NOT_CORRECTABLE = Words(
    vi="Hồ sơ {code}: không được sửa “{name}”; chỉ sửa được: {names}.",
    en="Dossier {code}: “{name}” may not be corrected; only these may: {names}.",
)
NOTHING_NEW = Words(
    vi="Hồ sơ {code}: không có gì thay đổi; hãy ghi giá trị đúng khác với giá trị đang có.",
    en="Dossier {code}: nothing changes; give a right value that differs from the one that stands.",
)
WRONG = Words(
    vi="Hồ sơ {code}: giá trị mới của “{name}” không hợp lệ: {why}",
    en="Dossier {code}: the new value of “{name}” cannot be: {why}",
)
NUMBER_TAKEN = Words(
    vi="Hồ sơ {code}: số định danh này đã thuộc về người khác; hãy kiểm tra lại giấy tờ.",
    en="Dossier {code}: this number belongs to another person already; look at the paper again.",
)
GIVEN_OUT = Words(
    vi="Hồ sơ {code} đã trả kết quả; cách trả đã thực hiện không sửa được.",
    en="The result of dossier {code} was returned; the way in which that was done is not corrected.",
)


def cleaned(dossier: Dossier, changes: Mapping[str, object]) -> dict[str, object]:
    """The changes as the database takes them, without those that change nothing. Raises Refusal otherwise."""
    for name in changes.keys() - (OF_APPLICANT.keys() | OF_DOSSIER.keys()):
        raise Refusal(NOT_CORRECTABLE, code=dossier.code, name=name, names=", ".join([*OF_DOSSIER, *OF_APPLICANT]))
    clean = {name: _clean(dossier, name, value) for name, value in changes.items()}
    differing = {name: value for name, value in clean.items() if value != standing(dossier, name)}
    if not differing:
        raise Refusal(NOTHING_NEW, code=dossier.code)
    if "return_way" in differing and dossier.returned_at is not None:
        raise Refusal(GIVEN_OUT, code=dossier.code)
    number = differing.get("applicant_number")
    if number and Person.objects.filter(number=number).exists():
        raise Refusal(NUMBER_TAKEN, code=dossier.code)
    return differing


def standing(dossier: Dossier, name: str) -> object:
    """The value that stands."""
    owner, attribute = place(dossier, name)
    value: object = getattr(owner, attribute)
    return value


def place(dossier: Dossier, name: str) -> tuple[Model, str]:
    """Where the value stands: on the applicant or on the dossier."""
    return (dossier.applicant, OF_APPLICANT[name]) if name in OF_APPLICANT else (dossier, OF_DOSSIER[name])


def _clean(dossier: Dossier, name: str, value: object) -> object:
    owner, attribute = place(dossier, name)
    field = owner._meta.get_field(attribute)
    assert isinstance(field, Field)  # noqa: S101  every name above is a column's
    try:
        cleaned: object = field.clean(value.strip() if isinstance(value, str) else value, owner)
    except ValidationError as wrong:
        raise Refusal(WRONG, code=dossier.code, name=name, why=" ".join(wrong.messages)) from wrong
    return cleaned
