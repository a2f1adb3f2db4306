"""`{% say "Tiếng Việt" "English" %}`: both languages side by side where they are used; days and money."""

from datetime import date, datetime

from django import template
from django.db.models import Model
from django.utils import timezone

from motcua.language import Words, grouped, say
from motcua.office.people.cards import masked
from motcua.office.procedures.editions import edition
from motcua.office.procedures.models import ProcessStep, Version
from motcua.web.shared.fields import choice_words
from motcua.worktime.term import Term

register = template.Library()
say_words = say


@register.simple_tag(name="say")
def in_use(vi: str, en: str, **values: object) -> str:
    """The sentence in the language in use; `{name}` places are filled."""
    return say_words(Words(vi, en), **values)


@register.simple_tag
def named(row: Model, field: str) -> str:
    """The value of a field with choices, as a word."""
    vi: str = getattr(row, f"get_{field}_display")()
    return say_words(choice_words(getattr(row, field), vi))


register.filter("masked", masked)
register.filter("edition", edition)


@register.filter
def money(amount: int | None) -> str:
    """Whole đồng: `1.234.567 đ`."""
    return "" if amount is None else f"{grouped(amount)} đ"


@register.filter
def moment(at: datetime | date | None) -> str:
    """`27/07/2023 13:30`, or the day alone where no time is known."""
    if at is None:
        return ""
    return timezone.localtime(at).strftime("%d/%m/%Y %H:%M") if isinstance(at, datetime) else at.strftime("%d/%m/%Y")


@register.filter
def term(timed: Version | ProcessStep) -> str:
    """`05 ngày làm việc`, of a version or a step; empty where it has no term."""
    found = Term.told(timed.term_value, timed.term_unit)
    return "" if found is None else found.text()
