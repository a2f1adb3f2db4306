"""A dossier that a unit takes in stands in its tracking book."""

import ibis.expr.types as ir

from motcua.inspection.expressions import accuse, cases, received, with_coverage
from motcua.inspection.paper_books import with_coded, with_lines, with_linked
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

BOOKS = ("tracking", "certification")


@rule(
    "TTHC-008",
    Words(vi="Hồ sơ không ghi vào sổ theo dõi", en="Dossier missing from the tracking book"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ đơn vị tiếp nhận trong kỳ, trừ hồ sơ liên thông từ cấp khác; vi phạm khi không có "
            "dòng nào trong sổ theo dõi hoặc sổ chứng thực."
        ),
        en=(
            "Examines dossiers received in the period but those linked from another level; breached where "
            "neither the tracking book nor the book of certifications has a line."
        ),
    ),
    basis="dossier_books",
    population="dossier",
    says=Says(
        limited="Sổ theo dõi hồ sơ thiếu {breached}/{examined} hồ sơ đã tiếp nhận trong kỳ ({abouts})",
    ),
    remedy="tracking_book",
)
def dossier_not_in_book(period: Period) -> ir.Table:
    dossiers = with_linked(received(period, "channel", "due_on", "received_by_unit_id", "parent_dossier_id"))
    own = with_lines(dossiers.filter(~dossiers.linked), *BOOKS)
    coded = with_coded(own, *BOOKS)
    books = with_coverage(coded, "book_entry/certification", coded.received_on).rename(certified="covered")
    seen = with_coverage(books, "book_entry/tracking", books.received_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain.fill_null("hồ sơ không rõ lĩnh vực"),
        event_on=seen.received_on,
        breached=accuse(seen.lines.isnull(), seen.covered & ~_elsewhere(seen)),
        received_on=seen.received_on,
        due_on=seen.due_on,
    )


def _elsewhere(seen: ir.Table) -> ir.BooleanValue:
    """Where a line is missing for good reason: books without codes, online dossiers, certifications of another book.

    An online dossier is followed in the software; the book of certifications may not have been handed in.
    """
    certification = seen.domain.lower().contains("chứng thực") & ~seen.certified
    return ~seen.coded.fill_null(True) | (seen.channel == "online").fill_null(False) | certification.fill_null(False)
