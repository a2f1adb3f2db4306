"""No paper may be asked for that the published list of the procedure does not name."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier_component, procedure_component
from motcua.inspection.expressions import cases, received, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import with_version
from motcua.language import Words

OF_DOSSIER = ("about", "asked_name", "received_on", "published", "source_file", "sheet", "row")  # one value on each


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
    papers = _papers(_dossiers(period))
    seen = with_coverage(papers, "dossier_component.procedure_component_no", papers.received_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.about,
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


def _dossiers(period: Period) -> ir.Table:
    """Dossiers with their version and `published`, the length of its list of papers, null where there is none."""
    lists = procedure_component.group_by(
        list_code=procedure_component.procedure_code, list_version=procedure_component.version
    ).agg(published=procedure_component.count())
    dossiers = with_version(received(period, "procedure_code", "procedure_version"))
    joined = dossiers.left_join(
        lists, [dossiers.asked_code == lists.list_code, dossiers.asked_version == lists.list_version]
    )
    return joined.select(
        "asked_code",
        "asked_version",
        *OF_DOSSIER[1:],
        about=joined.domain.coalesce(joined.asked_domain),
        own_unit=joined.unit_id,
        own_dossier=joined.dossier_id,
    )


def _papers(dossiers: ir.Table) -> ir.Table:
    """Papers of each dossier: all, those without a number of the list, those whose number the list does not have."""
    listed = procedure_component.select(
        listed_code="procedure_code", listed_version="version", listed_no="component_no"
    )
    taken = dossier_component.select("unit_id", "dossier_id", "procedure_component_no")
    owned = taken.inner_join(dossiers, [taken.unit_id == dossiers.own_unit, taken.dossier_id == dossiers.own_dossier])
    named = owned.left_join(
        listed,
        [
            owned.asked_code == listed.listed_code,
            owned.asked_version == listed.listed_version,
            owned.procedure_component_no == listed.listed_no,
        ],
    )
    numbered = named.procedure_component_no.notnull()
    return named.group_by("unit_id", "dossier_id").agg(
        papers=named.count(),
        unlisted=(numbered & named.listed_no.isnull()).cast("int64").sum(),
        unnumbered=(~numbered).cast("int64").sum(),
        **{name: named[name].arbitrary() for name in OF_DOSSIER},
    )
