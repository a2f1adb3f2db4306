"""Guards of corrections: only what was told may be put right, never a moment, a state or a sum."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db.models import Field, Model

from motcua.language import Refusal, Words, say
from motcua.office.dossiers.models import Dossier, DossierComponent
from motcua.office.people.models import Person

# by the name of the change: the attribute of the applicant, or of the dossier
OF_APPLICANT = {
    f"applicant_{name}": name for name in ("name", "number", "birth_on", "sex", "address", "phone", "email")
}
OF_DOSSIER = {"subject": "subject", "return_way": "return_way", "phone": "submitter_phone"}
PAGES = "pages_"  # with a paper's number: how many pages were declared of it

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
NO_PAGES = Words(
    vi="một giấy tờ có ít nhất 1 trang; để trống nếu không ghi số trang",
    en="a paper has at least 1 page; leave it empty where no number is told",
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
    papers = [f"{PAGES}{no}" for no in dossier.components.values_list("no", flat=True)]
    for name in changes.keys() - {*OF_DOSSIER, *OF_APPLICANT, *papers}:
        correctable = ", ".join([*OF_DOSSIER, *OF_APPLICANT, *papers])
        raise Refusal(NOT_CORRECTABLE, code=dossier.code, name=name, names=correctable)
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
    """Where the value stands: on the applicant, on a paper or on the dossier."""
    if name.startswith(PAGES):
        return dossier.components.get(no=int(name.removeprefix(PAGES))), "declared_pages"
    return (dossier.applicant, OF_APPLICANT[name]) if name in OF_APPLICANT else (dossier, OF_DOSSIER[name])


def _clean(dossier: Dossier, name: str, value: object) -> object:
    owner, attribute = place(dossier, name)
    field = owner._meta.get_field(attribute)
    assert isinstance(field, Field)  # noqa: S101  every name above is a column's
    try:
        cleaned: object = field.clean(value.strip() if isinstance(value, str) else value, owner)
        if isinstance(owner, DossierComponent) and cleaned == 0:
            raise ValidationError(say(NO_PAGES))
    except ValidationError as wrong:
        raise Refusal(WRONG, code=dossier.code, name=name, why=" ".join(wrong.messages)) from wrong
    return cleaned
