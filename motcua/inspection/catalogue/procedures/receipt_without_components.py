"""A receipt lists the papers that were taken in."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier_component, procedure_component, slip
from motcua.inspection.expressions import accuse, cases, received, with_coverage, with_drawn
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import UNKNOWN, with_version
from motcua.language import Words

OF_SOME = "trường hợp|nếu |ủy quyền|uỷ quyền|bưu chính"  # papers that a published list asks of some applicants only


@rule(
    "TTHC-010",
    Words(vi="Giấy tiếp nhận bỏ trống thành phần hồ sơ", en="Receipt without its list of papers"),
    meaning=Words(
        vi=(
            "Xét giấy tiếp nhận của hồ sơ tiếp nhận trong kỳ; vi phạm khi không ghi thành phần hồ sơ nào hoặc "
            "ghi ít hơn số thành phần mà thủ tục yêu cầu."
        ),
        en=(
            "Examines receipts of dossiers received in the period; breached where no paper is listed, or "
            "fewer than the procedure asks for."
        ),
    ),
    basis="receipt_form",
    population="slip",
    covered_by=("slip/receipt",),
    says=Says(
        limited=(
            "{breached}/{examined} giấy tiếp nhận hồ sơ và hẹn trả kết quả bỏ trống hoặc không ghi đủ thành "
            "phần hồ sơ ({abouts})"
        ),
    ),
    remedy="receipt_components",
)
def receipt_without_components(period: Period) -> ir.Table:
    receipts = _receipts(period)
    listed = _listed()
    joined = receipts.left_join(
        listed, [receipts.unit_id == listed.listed_unit, receipts.dossier_id == listed.listed_dossier]
    )
    seen = with_drawn(with_coverage(joined, "dossier_component", joined.received_on), "components_listed")
    short = seen.component_rows.coalesce(seen.listed).fill_null(0) < seen.wanted
    record = ibis.cases((seen.component_rows.notnull(), short), else_=accuse(short, seen.covered))
    return cases(
        seen,
        subject=seen.slip_id,
        about=seen.about,
        event_on=seen.received_on,
        breached=record.coalesce(~seen.seen),
        drawn=record.isnull() & seen.seen.notnull(),
        dossier_id=seen.dossier_id,
        received_on=seen.received_on,
        listed=seen.component_rows.coalesce(seen.listed),
        wanted=seen.wanted,
    )


def _receipts(period: Period) -> ir.Table:
    """Receipts with `about`, `received_on` and `wanted`, the papers to be listed: what the version asks for, or one."""
    dossiers = with_version(received(period, "procedure_code", "procedure_version", "procedure_name"))
    asks = _asks()
    wanting = dossiers.left_join(
        asks, [dossiers.asked_code == asks.asks_code, dossiers.asked_version == asks.asks_version]
    )
    own = wanting.select(
        own_unit=wanting.unit_id,
        own_dossier=wanting.dossier_id,
        about=wanting.procedure_name.coalesce(wanting.asked_name, wanting.domain, ibis.literal(UNKNOWN)),
        received_on=wanting.received_on,
        wanted=wanting.wanted.fill_null(1),
    )
    receipts = slip.filter(slip.kind == "receipt").select(
        "unit_id", "dossier_id", "slip_id", "component_rows", "source_file", "sheet", "row"
    )
    return receipts.inner_join(own, [receipts.unit_id == own.own_unit, receipts.dossier_id == own.own_dossier])


def _asks() -> ir.Table:
    """How many papers each version of a procedure asks of everyone: none that data replace or that only some bring."""
    asked = procedure_component.filter(
        procedure_component.originals.fill_null(0) + procedure_component.copies.fill_null(0) > 0,
        ~procedure_component.replaced_by_data.fill_null(False),
        # a list that does not tell which papers are asked of everyone is read by their names
        procedure_component.required.coalesce(~procedure_component.name.lower().re_search(OF_SOME)),
    )
    return asked.group_by(asks_code=asked.procedure_code, asks_version=asked.version).agg(wanted=asked.name.nunique())


def _listed() -> ir.Table:
    """Papers recorded with the dossiers whose receipt itself tells no number."""
    silent = slip.filter(slip.kind == "receipt", slip.component_rows.isnull())
    papers = dossier_component.semi_join(silent, ["unit_id", "dossier_id"])
    return papers.group_by(listed_unit=papers.unit_id, listed_dossier=papers.dossier_id).agg(
        listed=papers.component_no.count()
    )
