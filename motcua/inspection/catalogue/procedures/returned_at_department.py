"""Results are returned at the one-stop desk, not in a specialised department."""

import ibis.expr.types as ir

from motcua.evidence.tables import dossier, unit
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-028",
    Words(vi="Trả kết quả tại phòng chuyên môn", en="Result returned at a specialised department"),
    meaning=Words(
        vi="Xét các hồ sơ đã trả kết quả trong kỳ; vi phạm khi nơi trả là phòng chuyên môn.",
        en="Examines dossiers returned in the period; breached where a specialised department handed the result out.",
    ),
    basis="result_through_desk",
    population="dossier",
    says=Says(limited="{breached} hồ sơ được trả kết quả tại phòng chuyên môn thay vì Bộ phận Một cửa ({abouts})"),
    remedy="result_desk",
)
def returned_at_department(period: Period) -> ir.Table:
    returned = dossier.filter(within(dossier.returned_on, period))
    places = unit.select(place_id=unit.unit_id, place_kind=unit.kind, place_name=unit.name)
    seen = returned.left_join(places, returned.returned_by_unit_id == places.place_id)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.returned_on,
        breached=seen.place_kind == "department",
        returned_on=seen.returned_on,
        place_name=seen.place_name,
    )
