"""The forms of the administrator's acts: a new account, a position given, ended, changed, held by another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet

from motcua.language import Words, plain, say
from motcua.office.people.appointments import Post
from motcua.office.people.models import Officer, Position, Role, Substitution, Unit
from motcua.office.people.roster import Member
from motcua.office.procedures.models import Version
from motcua.web.shared.fields import DayField, LinesField, choice_words, choices, label, offer, offer_rows

if TYPE_CHECKING:  # generic for who checks types alone
    OfficerChoice = forms.ModelChoiceField[Officer]
else:
    OfficerChoice = forms.ModelChoiceField
NO_DOMAIN = Words(
    vi="Không có lĩnh vực “{name}” trong danh mục thủ tục; gần nhất: {near}.",
    en="The catalogue of procedures has no domain “{name}”; nearest: {near}.",
)


@dataclass(frozen=True)
class Seen:
    """The officer of a page as one administrator sees them that day."""

    member: Member
    on: date
    units: "QuerySet[Unit]"  # where the administrator may give positions
    positions: list[Position]  # of the officer, not ended, in the administrator's units
    substitutions: list[Substitution]  # of these positions, not ended
    colleagues: "QuerySet[Officer]"  # who works in the units of these
    own: bool  # the administrator's own page
    all_ours: bool  # every unit in which the officer works is the administrator's


class OfficerField(OfficerChoice):
    """Officers of one name are told apart by their sign-in names."""

    def label_from_instance(self, obj: Officer) -> str:
        return f"{obj.full_name} ({obj.username})"


class PositionField(forms.ChoiceField):
    """One of the positions that the officer holds now."""

    def __init__(self) -> None:
        super().__init__(label=label("Vị trí", "Position"))


class OfficerForm(forms.Form):
    """What depends on the officer is filled in `prepare`."""

    def __init__(self, *args: Any, seen: Seen, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen = seen
        self.prepare()

    def prepare(self) -> None:
        if "position" in self.fields:
            offer(self, "position", ((one.pk, named(one)) for one in self.seen.positions))
        for name in ("heir", "substitute"):
            if name in self.fields:
                offer_rows(self, name, self.seen.colleagues)
        if "unit" in self.fields:
            offer_rows(self, "unit", self.seen.units)


class NoFields(OfficerForm):
    """Nothing is asked: the button is the act."""


class PostForm(forms.Form):
    """A position as it is to be held."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=label("Đơn vị", "Unit"), empty_label=None)
    role = forms.ChoiceField(label=label("Vai trò", "Role"), choices=choices(Role))
    title = forms.CharField(label=label("Chức danh", "Title"), max_length=120, required=False)
    domains = LinesField(
        label=label("Chỉ các lĩnh vực", "These domains only"), required=False,
        help_text=label(
            "Mỗi dòng một lĩnh vực, không cần gõ dấu. Để trống: mọi lĩnh vực.",
            "One a line, diacritics are not needed. Left empty: all domains.",
        ),
    )  # fmt: skip
    from_on = DayField(label=label("Từ ngày", "From"))
    to_on = DayField(
        label=label("Đến hết ngày", "Until"), required=False,
        help_text=label("Để trống: đến khi kết thúc.", "Left empty: until it is ended."),
    )  # fmt: skip

    def clean_domains(self) -> list[str]:
        known = {plain(name): name for name in Version.objects.values_list("domain", flat=True).distinct()}
        return [_domain(name, known) for name in self.cleaned_data["domains"]]

    def post(self) -> Post:
        said = self.cleaned_data
        return Post(said["unit"], Role(said["role"]), said["from_on"], said["to_on"], said["title"], said["domains"])


class EnrolForm(PostForm):
    """Whoever is new has an account and a first position at once."""

    full_name = forms.CharField(
        label=label("Họ tên", "Name"), max_length=120, widget=forms.TextInput(attrs={"autofocus": True})
    )
    username = forms.CharField(
        label=label("Tên đăng nhập", "Sign-in name"), max_length=60,
        help_text=label("Chữ thường không dấu và số, ví dụ ntlan.", "Small letters and digits, for example ntlan."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )  # fmt: skip
    field_order = ("full_name", "username", "unit", "role")

    def __init__(self, *args: Any, units: "QuerySet[Unit]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "unit", units)


class AppointForm(PostForm, OfficerForm):
    """One position more."""


class MoveForm(PostForm, OfficerForm):
    """Out of one position into another."""

    position = PositionField()
    heir = OfficerField(
        Officer.objects.none(), label=label("Người nhận bàn giao", "Work goes to"), required=False,
        help_text=label("Bắt buộc khi còn hồ sơ đang giữ.", "Needed where there are open dossiers."),
    )  # fmt: skip
    field_order = ("position", "heir", "unit", "role")


class EndForm(OfficerForm):
    position = PositionField()
    to_on = DayField(label=label("Ngày làm việc cuối", "Last day"))
    heir = OfficerField(
        Officer.objects.none(), label=label("Người nhận bàn giao", "Work goes to"), required=False,
        help_text=label("Bắt buộc khi còn hồ sơ đang giữ.", "Needed where there are open dossiers."),
    )  # fmt: skip


class SubstituteForm(OfficerForm):
    position = PositionField()
    substitute = OfficerField(Officer.objects.none(), label=label("Người thay", "Substitute"), empty_label=None)
    from_on = DayField(label=label("Từ ngày", "From"))
    to_on = DayField(label=label("Đến hết ngày", "Until"))
    decision = forms.CharField(
        label=label("Số quyết định hoặc văn bản phân công", "Number of the decision"), max_length=120
    )


class EndSubstitutionForm(OfficerForm):
    """Of one of the officer's positions."""

    substitution = forms.ChoiceField(label=label("Phân công thay thế", "Substitution"))
    to_on = DayField(
        label=label("Ngày thay cuối", "Last day"),
        help_text=label(
            "Trước ngày bắt đầu: hủy phân công chưa bắt đầu.", "Before the first day: withdraws one that has not begun."
        ),
    )

    def prepare(self) -> None:
        rows = ((row.pk, f"{row.substitute.full_name}: {named(row.position)}") for row in self.seen.substitutions)
        offer(self, "substitution", rows)


def named(position: Position) -> str:
    return f"{say(choice_words(position.role, Role(position.role).label))} – {position.unit.name}"


def _domain(said: str, known: Mapping[str, str]) -> str:
    """The domain as the catalogue writes it."""
    if (found := known.get(plain(said))) is not None:
        return found
    near = get_close_matches(plain(said), known, 3, 0.3)
    raise forms.ValidationError(say(NO_DOMAIN, name=said, near="; ".join(known[one] for one in near) or "–"))
