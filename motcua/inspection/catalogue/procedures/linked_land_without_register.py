"""A land dossier linked from another level stands in a book or list of its own."""

import ibis.expr.types as ir

from motcua.inspection.expressions import accuse, cases, received, with_coverage
from motcua.inspection.paper_books import with_lines, with_linked
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

LAND = "đất đai"  # in the name of every domain of land


@rule(
    "TTHC-011",
    Words(vi="Hồ sơ đất đai liên thông không có sổ theo dõi riêng", en="Linked land dossier without its own register"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ đất đai liên thông từ cấp khác tiếp nhận trong kỳ; vi phạm khi đơn vị không ghi "
            "vào sổ riêng."
        ),
        en=(
            "Examines land dossiers linked from another level, received in the period; breached where the "
            "unit's own book of them has no line."
        ),
    ),
    basis="dossier_books",
    population="dossier",
    says=Says(
        limited=(
            "{breached}/{examined} hồ sơ đất đai liên thông từ cấp khác chuyển đến không được theo dõi trong "
            "sổ hoặc danh sách riêng"
        ),
    ),
    remedy="linked_land_book",
)
def linked_land_without_register(period: Period) -> ir.Table:
    land = received(period, "procedure_name", "received_by_unit_id", "parent_dossier_id")
    dossiers = with_linked(land.filter(land.domain.lower().contains(LAND)))
    linked = with_lines(dossiers.filter(dossiers.linked), "linked_land")
    seen = with_coverage(linked, "book_entry/linked_land", linked.received_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.procedure_name.coalesce(seen.domain),
        event_on=seen.received_on,
        breached=accuse(seen.lines.isnull(), seen.covered),
        received_on=seen.received_on,
        parent_dossier_id=seen.parent_dossier_id,
        received_by_unit_id=seen.received_by_unit_id,
    )
