"""A process as one form without scripts: its steps in order, each with the ways on from it; moving re-shows it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.language import Words, say
from motcua.office.people.models import Level, Role, Unit
from motcua.office.procedures.models import Branch, TermUnit
from motcua.office.procedures.processes import StepTold, Way
from motcua.web.desk.reception_forms import text
from motcua.web.shared.fields import choices, label
from motcua.worktime.term import Term

MOST_STEPS, MOST_WAYS = 30, 12
COUNT = "steps"  # how many steps the form holds
NONE = ("", "–")
KINDS = {  # beside their Vietnamese names in the model
    "next": "Next step", "supplement": "Supplement asked for", "opinion": "Opinion", "leg": "Linked leg",
    "refusal": "Refusal",
}  # fmt: skip
UNKNOWN_UNIT = Words(
    vi="Không có đơn vị “{name}”; hãy chọn trong danh sách gợi ý.",
    en="There is no unit “{name}”; choose one of those suggested.",
)
TERM_HALF = Words(vi="Ghi cả số và đơn vị của thời hạn.", en="Tell both the number and the unit of the term.")
NO_STEP = Words(
    vi="Nhánh “bước tiếp theo” phải ghi số của một bước từ 1 đến {last}.",
    en="The way to a next step needs the number of a step from 1 to {last}.",
)


def kind_choices() -> list[tuple[str, Any]]:
    return [(kind, label(str(vi), KINDS[kind])) for kind, vi in Branch._meta.get_field("kind").flatchoices]


def unit_name(unit: Unit | None) -> str:
    """As it is suggested and read again."""
    return "" if unit is None else f"{unit.name} ({unit.unit_id})"


class UnitField(forms.CharField):
    """A unit by its suggestion, or by its name where no other has it."""

    def __init__(self, vi: str, en: str) -> None:
        widget = forms.TextInput(attrs={"list": "units", "autocomplete": "off"})
        super().__init__(label=label(vi, en), required=False, max_length=260, widget=widget)
        self.units: Mapping[str, Unit] = {}

    def clean(self, value: object) -> Unit | None:
        said = super().clean(value)
        if not said:
            return None
        if (found := self.units.get(said)) is None:
            raise forms.ValidationError(say(UNKNOWN_UNIT, name=said))
        return found


class StepForm(forms.Form):
    name = text("Tên bước", "Name of the step", 200, required=True)
    role = forms.ChoiceField(label=label("Vai trò", "Role"), choices=choices(Role))
    term_value = forms.IntegerField(label=label("Thời hạn", "Term"), min_value=1, max_value=999, required=False)
    term_unit = forms.ChoiceField(label=label("Đơn vị thời hạn", "Unit of the term"), required=False)
    unit = UnitField("Đơn vị khác (để trống: chính đơn vị)", "Another unit (empty: the unit itself)")
    outcome = text("Kết quả của bước", "What comes out", 200)
    gives_result = forms.BooleanField(label=label("Bước cho ra kết quả", "Gives the result"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term_unit"] = forms.ChoiceField(
            label=label("Đơn vị thời hạn", "Unit of the term"), required=False, choices=[NONE, *choices(TermUnit)]
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if bool(said.get("term_value")) != bool(said.get("term_unit")) and not self.errors.get("term_value"):
            self.add_error("term_value", say(TERM_HALF))
        return said


class WayForm(forms.Form):
    """A way on from a step; one without a kind is none."""

    kind = forms.ChoiceField(label=label("Nhánh", "Way"), required=False)
    to = forms.IntegerField(label=label("Tới bước", "To step"), required=False, min_value=1)
    unit = UnitField("Đơn vị", "Unit")
    level = forms.ChoiceField(label=label("Cấp", "Level"), required=False)

    def __init__(self, *args: Any, last: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.last = last
        for name, offered in (("kind", kind_choices()), ("level", choices(Level))):
            field = self.fields[name]
            self.fields[name] = forms.ChoiceField(label=field.label, required=False, choices=[NONE, *offered])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        to = said.get("to")
        lost = said.get("kind") == "next" and to is None and "to" not in self.errors
        if lost or (to is not None and to > self.last):
            self.add_error("to", say(NO_STEP, last=self.last))
        return said


@dataclass
class StepRow:
    """One step on the page with the forms of its ways; the last of these is empty, for one more."""

    no: int
    form: StepForm
    ways: list[WayForm]

    def know(self, units: Mapping[str, Unit]) -> None:
        """Which units may be named."""
        for form in (self.form, *self.ways):
            field = form.fields["unit"]
            if isinstance(field, UnitField):
                field.units = units

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(way.is_valid() for way in self.ways)])

    def told(self) -> StepTold:
        said = self.form.cleaned_data
        return StepTold(
            name=said["name"],
            role=Role(said["role"]),
            ways=[Way(**way.cleaned_data) for way in self.ways if way.cleaned_data["kind"]],
            term=Term.told(said["term_value"], said["term_unit"]),
            unit=said["unit"],
            outcome=said["outcome"],
            gives_result=said["gives_result"],
        )


def sent(data: QueryDict, units: Sequence[Unit], *, done: bool) -> list[StepRow]:
    """The rows of a form that was sent; while it is not done a step may still be without a name."""
    last, by_name = _number(data.get(COUNT), MOST_STEPS), _by_name(units)
    rows = []
    for no in range(1, last + 1):
        count = _number(data.get(f"s{no}-ways"), MOST_WAYS)
        ways = [WayForm(data, prefix=f"s{no}-w{one}", last=last) for one in range(1, count + 1)]
        rows.append(StepRow(no, StepForm(data, prefix=f"s{no}"), ways))
    for row in rows:
        row.know(by_name)
        row.form.fields["name"].required = done
    return rows


def shown(steps: Sequence[StepTold]) -> list[StepRow]:
    """The rows of steps, each with an empty way for one more."""
    rows = []
    for no, step in enumerate(steps, start=1):
        filled: list[dict[str, object] | None] = [vars(way) | {"unit": unit_name(way.unit)} for way in step.ways]
        ways = [
            WayForm(prefix=f"s{no}-w{one}", last=len(steps), initial=initial)
            for one, initial in enumerate([*filled, None][:MOST_WAYS], start=1)
        ]
        rows.append(StepRow(no, StepForm(prefix=f"s{no}", initial=_initial(step)), ways))
    return rows


def changed(steps: Sequence[StepTold], what: str) -> list[StepTold]:
    """Another order or number of steps: `add`, `up-3`, `down-3`, `remove-3`; ways follow the steps they lead to."""
    act, _, said = what.partition("-")
    at = int(said) - 1 if said.isdigit() else -1
    order = list(range(len(steps)))
    if act == "add":
        return [*steps, StepTold("", Role.SPECIALIST)] if len(steps) < MOST_STEPS else list(steps)
    if act == "remove" and 0 <= at < len(order):
        order.pop(at)
    other = at + {"up": -1, "down": 1}.get(act, 0)
    if act in ("up", "down") and 0 <= at < len(order) and 0 <= other < len(order):
        order[at], order[other] = order[other], order[at]
    new_no = {old + 1: new for new, old in enumerate(order, start=1)}
    return [replace(steps[old], ways=list(_led(steps[old].ways, new_no))) for old in order]


def _led(ways: Sequence[Way], new_no: Mapping[int, int]) -> Iterator[Way]:
    """A way to a step that is gone is gone."""
    for way in ways:
        if way.to is None:
            yield way
        elif way.to in new_no:
            yield replace(way, to=new_no[way.to])


def _by_name(units: Sequence[Unit]) -> dict[str, Unit]:
    names = [unit.name for unit in units]
    alone = {unit.name: unit for unit in units if names.count(unit.name) == 1}
    return alone | {unit_name(unit): unit for unit in units}


def _initial(step: StepTold) -> dict[str, object]:
    term = {"term_value": step.term.value, "term_unit": step.term.unit} if step.term else {}
    return vars(step) | term | {"unit": unit_name(step.unit)}


def _number(said: str | None, most: int) -> int:
    return min(int(said), most) if said and re.fullmatch(r"\d{1,3}", said) else 0
