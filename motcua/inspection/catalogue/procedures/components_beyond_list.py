"""No paper may be asked for that the published list of the procedure does not name."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier_component, procedure_component
from motcua.inspection.expressions import cases, received, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import with_version
from motcua.language import Words


@rule(
    "TTHC-043",
    Words(vi="Yêu cầu giấy tờ ngoài thành phần hồ sơ đã công bố", en="Papers asked for beyond the published list"),
    meaning=Words(
        vi="Xét các hồ sơ tiếp nhận trong kỳ có ghi thành phần; vi phạm khi có giấy tờ không thuộc danh mục đã công "
        "bố.",
        en="Examines dossiers received whose papers are noted; breached where one is not on the version's published "
        "list.",
    ),
    basis="published_components",
    population="dossier",
    says=Says(limited="{breached}/{examined} hồ sơ nhận giấy tờ ngoài thành phần hồ sơ đã công bố ({abouts})"),
    remedy="components_as_published",
)
def components_beyond_list(period: Period) -> ir.Table:
    dossiers = with_version(received(period))
    papers = _papers(dossiers)
    joined = dossiers.inner_join(
        papers, [dossiers.unit_id == papers.paper_unit, dossiers.dossier_id == papers.paper_dossier]
    )
    lists = _lists()
    listed = joined.left_join(lists, [joined.asked_code == lists.list_code, joined.asked_version == lists.list_version])
    seen = with_coverage(listed, "dossier_component.procedure_component_no", listed.received_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain.coalesce(seen.asked_domain),
        event_on=seen.received_on,
        breached=ibis.cases(
            (seen.published.isnull(), ibis.null("boolean")),
            (seen.unlisted > 0, True),
            (seen.unnumbered == 0, False),
            (seen.covered, True),
            else_=ibis.null("boolean"),
        ),
        procedure_name=seen.asked_name,
        papers=seen.papers,
        beyond_list=seen.unlisted + seen.unnumbered,
    )


def _lists() -> ir.Table:
    """Versions whose list of papers is published, with its length."""
    return procedure_component.group_by(
        list_code=procedure_component.procedure_code, list_version=procedure_component.version
    ).agg(published=procedure_component.count())


def _papers(dossiers: ir.Table) -> ir.Table:
    """Papers of each dossier: all, those without a number of the list, those whose number the list does not have."""
    versions = dossiers.select(
        version_unit="unit_id", version_dossier="dossier_id", code="asked_code", version="asked_version"
    )
    listed = procedure_component.select(
        listed_code="procedure_code", listed_version="version", listed_no="component_no"
    )
    taken = dossier_component.select("unit_id", "dossier_id", "procedure_component_no")
    owned = taken.inner_join(
        versions, [taken.unit_id == versions.version_unit, taken.dossier_id == versions.version_dossier]
    )
    named = owned.left_join(
        listed,
        [
            owned.code == listed.listed_code,
            owned.version == listed.listed_version,
            owned.procedure_component_no == listed.listed_no,
        ],
    )
    numbered = named.procedure_component_no.notnull()
    return named.group_by(paper_unit=named.unit_id, paper_dossier=named.dossier_id).agg(
        papers=named.count(),
        unlisted=(numbered & named.listed_no.isnull()).cast("int64").sum(),
        unnumbered=(~numbered).cast("int64").sum(),
    )
