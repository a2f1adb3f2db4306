"""The papers of a dossier are digitised when it is taken in, up to the share of the road map."""

import ibis.expr.types as ir

from motcua.evidence.tables import dossier_component
from motcua.inspection.expressions import cases, received
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words

ELECTRONIC = ("electronic", "data")


@rule(
    "TTHC-017",
    Words(vi="Hồ sơ chưa số hóa khi tiếp nhận", en="Dossiers not digitised at reception"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ tiếp nhận trong kỳ; tính tỷ lệ hồ sơ có thành phần được số hóa hoặc ở dạng điện tử "
            "và so với chỉ tiêu."
        ),
        en=(
            "Examines dossiers received in the period; holds the share with papers digitised or electronic "
            "against the target."
        ),
    ),
    basis="digitisation",
    population="dossier",
    says=Says(
        limited=(
            "Tỷ lệ hồ sơ được số hóa khi tiếp nhận đạt {rate} ({kept}/{examined} hồ sơ), chưa đạt chỉ tiêu {target}"
        ),
        met="Tỷ lệ hồ sơ được số hóa khi tiếp nhận đạt {rate} ({kept}/{examined} hồ sơ; chỉ tiêu {target})",
    ),
    remedy="digitise",
    measure=Measure("share", target="digitised_reception_share"),
)
def components_not_digitised(period: Period) -> ir.Table:
    dossiers = received(period, "channel")
    electronic = dossier_component.form.isin(ELECTRONIC).fill_null(False)
    papers = dossier_component.group_by(
        paper_unit=dossier_component.unit_id, paper_dossier=dossier_component.dossier_id
    ).agg(digitised=(dossier_component.digitised | electronic).max())
    seen = dossiers.left_join(
        papers, [dossiers.unit_id == papers.paper_unit, dossiers.dossier_id == papers.paper_dossier]
    )
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.received_on,
        breached=~seen.digitised,
        channel=seen.channel,
        received_on=seen.received_on,
    )
