"""Every dossier of the tracking book went through the software."""

import ibis.expr.types as ir

from motcua.evidence.tables import book_entry, dossier
from motcua.inspection.expressions import accuse, cases, with_coverage, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-009",
    Words(vi="Hồ sơ trong sổ không có trên phần mềm", en="Line of the book not in the software"),
    meaning=Words(
        vi="Xét các dòng của sổ theo dõi có ngày nhận trong kỳ; vi phạm khi phần mềm không có hồ sơ đó của đơn vị.",
        en=(
            "Examines lines of the tracking book received in the period; breached where the software has no "
            "such dossier of the unit."
        ),
    ),
    basis="entered_in_software",
    population="book_entry",
    covered_by=("book_entry/tracking",),
    says=Says(
        limited="{breached}/{examined} hồ sơ ghi trong sổ theo dõi không có trên phần mềm một cửa điện tử",
    ),
    remedy="posting_and_software",
    severity=Severity.ADVICE,
)
def book_line_not_in_software(period: Period) -> ir.Table:
    lines = book_entry.filter(book_entry.book_kind == "tracking", within(book_entry.received_on, period))
    own = dossier.select(own_unit=dossier.unit_id, own_dossier=dossier.dossier_id)
    joined = lines.left_join(own, [lines.unit_id == own.own_unit, lines.dossier_id == own.own_dossier])
    named = with_coverage(joined, "book_entry.dossier_id", joined.received_on)
    # an empty code says something only where the book has codes
    known = named.mutate(known=named.covered | named.dossier_id.notnull()).drop("covered")
    seen = with_coverage(known, "dossier", known.received_on)
    return cases(
        seen,
        subject=seen.year.cast("string") + "/" + seen.serial.cast("string"),
        about="hồ sơ ngoài phần mềm",
        event_on=seen.received_on,
        breached=accuse(seen.own_dossier.isnull(), seen.covered & seen.known),
        dossier_id=seen.dossier_id,
        received_on=seen.received_on,
        returned_on=seen.returned_on,
    )
