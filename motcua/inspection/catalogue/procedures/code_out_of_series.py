"""Every dossier has one code: the unit's own, the day of reception, the number of the day."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import unit
from motcua.inspection.expressions import cases, received
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

MINISTRY = "G"  # ministries' own software gives codes of theirs
DATED = 8  # a hyphen, six digits, a hyphen
UNIT = "^([A-Z][0-9]{2}([.][0-9]{2}){0,3}|[0-9]{3}[.][0-9]{2}[.][0-9]{2}[.][A-Z][0-9]{2})$"


@rule(
    "TTHC-044",
    Words(vi="Mã hồ sơ không theo dãy", en="Dossier code out of its series"),
    meaning=Words(
        vi="Xét mã các hồ sơ tiếp nhận trong kỳ; vi phạm khi mã không đọc được, sai mã đơn vị hoặc không đúng ngày "
        "tiếp nhận. Khoảng trống trong dãy số không xét tại đây.",
        en="Examines codes of dossiers received; breached where a code cannot be read, or its unit or day is another. "
        "Gaps in the numbers are not examined here.",
    ),
    basis="dossier_code",
    population="dossier",
    says=Says(
        limited="{breached}/{examined} hồ sơ có mã không đúng cấu trúc, mã đơn vị hoặc ngày tiếp nhận ({abouts})"
    ),
    remedy="dossier_code",
)
def code_out_of_series(period: Period) -> ir.Table:
    # a leg sent by another unit keeps the code that unit gave it
    dossiers = received(period).filter(lambda d: d.parent_dossier_id.isnull() | (d.parent_dossier_id != d.dossier_id))
    seen = _with_agencies(dossiers)
    dated = ibis.literal("-") + seen.received_on.strftime("%y%m%d") + ibis.literal("-")
    at = seen.dossier_id.find(dated)
    # the start of a slice must not be negative on every engine
    serial = seen.dossier_id.substr(ibis.greatest(at, 0) + DATED)
    by = seen.dossier_id.substr(0, ibis.greatest(at, 0))
    own = (by == seen.agency) | (by == seen.old_agency) | (by == seen.desk_agency).fill_null(False)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.received_on,
        breached=ibis.cases(
            (at < 1, _undated(seen)),
            (~serial.re_search("^[0-9]{4,7}$"), True),
            (own.fill_null(False), False),
            (~by.re_search(UNIT), True),
            (by.startswith(MINISTRY), ibis.null("boolean")),
            else_=~own,
        ),
        received_on=seen.received_on,
        agency_code=seen.agency,
    )


def _undated(seen: ir.Table) -> ir.BooleanValue:
    """A code without the day of reception is wrong, unless it was given to an online dossier as it was filed before."""
    filed = seen.dossier_id.re_extract("-([0-9]{6})-[0-9]{4,7}$", 1)
    before = (seen.channel == "online") & (filed != "") & (filed < seen.received_on.strftime("%y%m%d"))
    return ibis.cases((before.fill_null(False), ibis.null("boolean")), else_=True)


def _with_agencies(dossiers: ir.Table) -> ir.Table:
    """Dossiers with `agency`, the code of their unit, and `desk_agency`, that of the unit that took them in."""
    own = unit.select(own_unit="unit_id", agency="agency_code", old_agency=_old_order(unit.agency_code))
    desks = unit.select(desk_unit="unit_id", desk_agency="agency_code")
    named = dossiers.left_join(own, dossiers.unit_id == own.own_unit)
    return named.left_join(desks, named.received_by_unit_id == desks.desk_unit)


def _old_order(agency: ir.StringValue) -> ir.StringValue:
    """`H20.17.23` as it was written before: `000.23.17.H20`."""
    parts = [agency.substr(start, 2).nullif("").fill_null("00") for start in (7, 4)]
    return ibis.literal("000.") + parts[0] + ibis.literal(".") + parts[1] + ibis.literal(".") + agency.substr(0, 3)
