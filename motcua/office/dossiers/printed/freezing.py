"""What a slip said when it was issued, as JSON, and back: printed again years later, it says the same."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from motcua.printing import forms
from motcua.printing.forms.values import Slip

FORMS: dict[str, type[Slip]] = {
    form.__name__: form
    for form in (forms.Receipt, forms.SupplementRequest, forms.Refusal, forms.Apology, forms.Termination, forms.FeeSlip)
}


def frozen(slip: Slip) -> dict[str, Any]:
    """The values as JSON, with the name of their form."""
    said: dict[str, Any] = _adapter(type(slip).__name__).dump_python(slip, mode="json")
    return {"form": type(slip).__name__, "values": said}


def thawed(said: Mapping[str, Any]) -> Slip:
    """The slip that was frozen. Raises KeyError for a form that is never frozen."""
    slip: Slip = _adapter(said["form"]).validate_python(said["values"])
    return slip


@cache
def _adapter(form: str) -> "TypeAdapter[Any]":
    return TypeAdapter(FORMS[form])
