"""Who has something certified keeps the original paper: the office compares it and takes a copy."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier_component, procedure_component
from motcua.inspection.expressions import cases, received, with_drawn
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import with_version
from motcua.language import Words

CERTIFICATION = "chứng thực"
COPIES = ("certified_copy", "copy", "electronic", "data")


@rule(
    "TTHC-006",
    Words(vi="Giữ bản chính giấy tờ khi chứng thực", en="Original kept in certification"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ chứng thực tiếp nhận trong kỳ có giấy tờ chỉ cần bản sao để đối chiếu; vi phạm khi "
            "bản chính của giấy tờ đó bị giữ lại trong hồ sơ."
        ),
        en=(
            "Examines certification dossiers received in the period that ask for papers of which no original "
            "is kept; breached where one was kept."
        ),
    ),
    basis="original_shown_only",
    population="dossier",
    says=Says(
        limited="{breached}/{examined} hồ sơ chứng thực còn giữ bản chính của giấy tờ chỉ được đối chiếu ({abouts})",
    ),
    remedy="original_shown",
)
def original_kept(period: Period) -> ir.Table:
    asked = _asked(period)
    joined = asked.left_join(
        dossier_component,
        [
            asked.unit_id == dossier_component.unit_id,
            asked.dossier_id == dossier_component.dossier_id,
            asked.asked_no == dossier_component.procedure_component_no,
        ],
        rname="paper_{name}",
    )
    copied = joined.form.isin(COPIES).fill_null(False)
    kept = ibis.cases((joined.kept_original.isnull() & copied, False), else_=joined.kept_original)
    papers = joined.mutate(kept=kept)
    of_dossier = ("asked_name", "received_on", "source_file", "sheet", "row")
    found = papers.group_by("unit_id", "dossier_id").agg(
        any_kept=papers.kept.fill_null(False).max(),
        all_known=papers.kept.notnull().min(),
        **{name: papers[name].arbitrary() for name in of_dossier},  # the same on each row of a dossier
    )
    seen = with_drawn(found, "original_kept")
    record = ibis.cases((seen.any_kept, True), (seen.all_known, False), else_=ibis.null("boolean"))
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.asked_name,
        event_on=seen.received_on,
        breached=record.coalesce(seen.seen),
        drawn=record.isnull() & seen.seen.notnull(),
        received_on=seen.received_on,
    )


def _asked(period: Period) -> ir.Table:
    """Certification dossiers with `asked_no`, a row for each component of which no original may be kept."""
    dossiers = with_version(received(period, "procedure_code", "procedure_version"))
    certified = dossiers.filter(dossiers.asked_domain.lower().contains(CERTIFICATION))
    shown = procedure_component.filter(~procedure_component.keeps_original).select(
        shown_code=procedure_component.procedure_code,
        shown_version=procedure_component.version,
        asked_no=procedure_component.component_no,
    )
    return certified.inner_join(
        shown, [certified.asked_code == shown.shown_code, certified.asked_version == shown.shown_version]
    )
