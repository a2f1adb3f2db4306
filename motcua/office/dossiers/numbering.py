"""Numbers without gaps or doubles: codes of dossiers by unit and day, serials of books and slips by year."""

import re
from datetime import date

from django.db import connection

from motcua.language import Refusal, Words
from motcua.office.dossiers.models import BookEntry, BookKind, Counter, Dossier
from motcua.office.people.models import Unit

CODE = re.compile(r"^([A-Z]\d{2}(?:\.\d{2}){0,3})-(\d{6})-(\d{4,7})$")
NO_AGENCY_CODE = Words(
    vi="{unit} chưa có mã định danh cơ quan (dạng H20.17.23); hãy bổ sung trước khi tiếp nhận hồ sơ.",
    en="{unit} has no agency code (as H20.17.23); add it before dossiers are received.",
)


def draw(unit: Unit, what: str, period: str) -> int:
    """The next number of a series. Drawn in the act's transaction: an act that fails gives its number back."""
    table = connection.ops.quote_name(Counter._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} AS c (unit_id, what, period, last) VALUES (%s, %s, %s, 1) "
            "ON CONFLICT (unit_id, what, period) DO UPDATE SET last = c.last + 1 RETURNING last",
            [unit.pk, what, period],
        )
        return int(cursor.fetchone()[0])


def dossier_code(unit: Unit, on: date) -> str:
    """`H20.17.23-230727-0001`: the unit's code, the day of reception, the serial of that day."""
    if not unit.agency_code:
        raise Refusal(NO_AGENCY_CODE, unit=unit.name)
    day = f"{on:%y%m%d}"
    return f"{unit.agency_code}-{day}-{draw(unit, 'dossier', day):04d}"


def slip_number(unit: Unit, kind: str, on: date, sign: str) -> str:
    """`12/TNHS`: a serial of the year and the sign of the form."""
    return f"{draw(unit, kind, str(on.year)):02d}/{sign}"


def enter(dossier: Dossier, kind: BookKind, on: date) -> BookEntry:
    """The dossier's line in a book of its unit, with the next serial of the year."""
    return entered(dossier, kind, on, draw(dossier.unit, kind, str(on.year)))


def entered(dossier: Dossier, kind: BookKind, on: date, serial: int) -> BookEntry:
    """The dossier's line in a book under a serial drawn before."""
    return BookEntry.objects.create(
        unit=dossier.unit, kind=kind, year=on.year, serial=serial, dossier=dossier, entered_at=dossier.received_at
    )
