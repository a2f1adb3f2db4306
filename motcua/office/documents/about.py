"""The dossier that a document belongs to: told by whoever keeps dossiers, whom the settings name."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from motcua.language import Refusal, Words
from motcua.office.people.models import Officer

Telling = Callable[[str, Officer, date], Mapping[str, str] | None]
NOT_THERE = Words(
    vi="Không có hồ sơ nào mã {code} mà bạn được xem; hãy kiểm tra lại mã hồ sơ, hoặc để trống.",
    en="There is no dossier {code} that you may read; look at its code again, or leave it empty.",
)


def about(code: str, officer: Officer, on: date) -> Mapping[str, str]:
    """What may be written of the dossier, by the names of `names.OF_DOSSIER`; nothing where no code is told.

    Raises Refusal where there is none of that code, or the officer may not read it.
    """
    if not code:
        return {}
    telling = cast(Telling, import_string(settings.DOSSIERS)) if settings.DOSSIERS else None
    if telling is None or (found := telling(code, officer, on)) is None:
        raise Refusal(NOT_THERE, code=code)
    return found
