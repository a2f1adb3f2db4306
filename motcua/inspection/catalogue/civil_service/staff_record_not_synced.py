"""The records of a district's or province's staff stand in the central database."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import staff
from motcua.inspection.expressions import cases, first_of_each, in_force, last_day
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "CDCV-003",
    Words(vi="Chưa đồng bộ đủ hồ sơ cán bộ, công chức, viên chức", en="Staff records not all synchronised"),
    meaning=Words(
        vi="Tính tỷ lệ người đang làm việc có hồ sơ đã đồng bộ; vi phạm khi thấp hơn chỉ tiêu.",
        en="Takes the share of present staff whose record is synchronised; breached where it misses the target.",
    ),
    basis="staff_records",
    population="staff",
    says=Says(
        limited="Tỷ lệ hồ sơ cán bộ, công chức, viên chức được đồng bộ mới đạt {rate}, chỉ tiêu {target}",
        met="Dữ liệu cán bộ, công chức, viên chức đã nhập và đồng bộ đạt {rate}",
    ),
    remedy="staff_records",
    measure=Measure("share", target="staff_synced_share"),
    levels=("district", "province"),
)
def staff_record_not_synced(period: Period) -> ir.Table:
    present = staff.filter(in_force(staff.valid_from, staff.valid_to, last_day(period)))
    person = first_of_each(present, "unit_id", "person", by=ibis.desc("valid_from"))
    return cases(
        person,
        subject=person.person,
        about=person.kind.cases(("civil_servant", "công chức"), ("public_employee", "viên chức"), else_=person.kind),
        event_on=ibis.literal(last_day(period)),
        breached=~person.record_synced,
        valid_from=person.valid_from,
        record_synced=person.record_synced,
    )
