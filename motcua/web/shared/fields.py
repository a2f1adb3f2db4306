"""What forms are built of: labels in both languages, days as people write them, the office's refusal beside a form."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django import forms
from django.db.models import QuerySet, TextChoices
from django.utils.functional import lazy

from motcua.language import Refusal, Words, say

Given = TypeVar("Given")


def _said(vi: str, en: str) -> str:
    return say(Words(vi, en))


label = lazy(_said, str)  # label("Họ tên", "Name"): said when the page is, in the language of its reader


def choice_words(value: str, vi: str) -> Words:
    """A choice in both languages: in English its value, whose words are English."""
    return Words(vi, value.replace("_", " ").capitalize())


def choices(of: type[TextChoices] | Iterable[TextChoices]) -> list[tuple[str, Any]]:
    """The choices of a select field, said in the language of the reader."""
    return [(one.value, label(str(one.label), choice_words(one.value, "").en)) for one in of]


def refused(form: forms.BaseForm, words: Words, **values: object) -> None:
    form.add_error(None, say(words, **values))


def attempted(form: forms.BaseForm, act: Callable[[], Given]) -> Given | None:
    """What the act gives, None where the office refused: its sentence then stands beside the form."""
    try:
        return act()
    except Refusal as reason:
        form.add_error(None, str(reason))
        return None


def offer(form: forms.BaseForm, name: str, offered: Iterable[tuple[object, object]]) -> None:
    """What a choice field of the form lets one choose."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} is no field of choices")
    field.choices = list(offered)


def offer_rows(form: forms.BaseForm, name: str, rows: "QuerySet[Any]") -> None:
    """Which rows a field of the form lets one choose."""
    field = form.fields[name]
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(f"{name} is no field of rows")
    field.queryset = rows


class DayField(forms.DateField):
    """A day as people write it: 27/7/2023."""

    def __init__(self, **told: object) -> None:
        super().__init__(input_formats=["%d/%m/%Y", "%d%m%Y", "%Y-%m-%d"], **told)  # type: ignore[arg-type]
        self.widget = forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric", "placeholder": "dd/mm/yyyy"})


class MomentField(forms.DateTimeField):
    """A moment as people write it: 27/7/2023 16:30."""

    def __init__(self, **told: object) -> None:
        super().__init__(input_formats=["%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M"], **told)  # type: ignore[arg-type]
        self.widget = forms.DateTimeInput(format="%d/%m/%Y %H:%M", attrs={"placeholder": "dd/mm/yyyy hh:mm"})


class LinesField(forms.CharField):
    """A list of things, one a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def clean(self, value: object) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]
