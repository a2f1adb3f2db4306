"""Numbers of outgoing documents: by unit, book and year, from 01, without gap or double; and their notation."""

from datetime import date

from django.db import connection

from motcua.office.documents.kinds import Kind
from motcua.office.documents.models import Book, Counter, OutgoingDocument, Secrecy
from motcua.office.people.models import Unit

GENERAL, SECRET = "general", "secret"


def notation(kind: Kind, agency: str, drafting: str = "") -> str:
    """`QĐ-UBND`; a letter names its agency and who drafted it instead: `UBND-VP`."""
    if kind.sign:
        return f"{kind.sign}-{agency}"
    return f"{agency}-{drafting}" if drafting else agency


def book_of(document: OutgoingDocument, on: date) -> str:
    """The book it is numbered in: secret ones have their own, else the one the head opened for its kind.

    A book counts from the first day of a year: two of one year would give the same number and notation twice.
    """
    if document.secrecy != Secrecy.OPEN:
        return SECRET
    opened = Book.objects.filter(unit=document.unit, from_on__lte=date(on.year, 1, 1)).order_by("-from_on", "-pk")
    return next((book.code for book in opened if document.kind in book.kinds), GENERAL)


def draw(unit: Unit, book: str, year: int) -> int:
    """The next number of a book. Drawn in the act's transaction: an act that fails gives its number back."""
    table = connection.ops.quote_name(Counter._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} AS c (unit_id, book, year, last) VALUES (%s, %s, %s, 1) "
            "ON CONFLICT (unit_id, book, year) DO UPDATE SET last = c.last + 1 RETURNING last",
            [unit.pk, book, year],
        )
        return int(cursor.fetchone()[0])


def give(document: OutgoingDocument, on: date) -> None:
    """Number, day, book and year, set on the document but not saved."""
    book = book_of(document, on)
    document.number, document.dated_on = draw(document.unit, book, on.year), on
    document.book, document.year = book, on.year
