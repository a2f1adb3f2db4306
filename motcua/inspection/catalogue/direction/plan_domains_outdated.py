"""A plan of the reform is built on the domains of the programme in force, under their present names."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import obligation, plan_domain
from motcua.inspection.expressions import cases, last_day, with_one_holder
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words
from motcua.law import domain_names

# Ways to write the names in force that mean the same.
SAME = (
    "chỉ đạo, điều hành",
    "kiểm soát thủ tục hành chính",
    "cải cách tổ chức bộ máy",
    "xây dựng và phát triển chính phủ điện tử",
    "xây dựng và phát triển chính quyền điện tử",
    "xây dựng và phát triển chính quyền số",
)


@rule(
    "CDDH-014",
    Words(vi="Kế hoạch dùng tên lĩnh vực không còn phù hợp", en="Plan built on outdated domains of the reform"),
    meaning=Words(
        vi="Xét từng lĩnh vực nêu trong kế hoạch còn hiệu lực; cần lưu ý khi không thuộc các lĩnh vực hiện hành.",
        en="Examines each domain that a plan still running names; marked where it is none of the domains in force.",
    ),
    basis="plan_domains",
    population="obligation",
    says=Says(
        limited="Kế hoạch cải cách hành chính còn nêu {breached} lĩnh vực, nội dung không còn phù hợp ({abouts})"
    ),
    remedy="rebuild_plan",
    severity=Severity.ADVICE,
)
def plan_domains_outdated(period: Period) -> ir.Table:
    last = last_day(period)
    final_year = obligation.period.right(4)
    plans = obligation.filter(
        obligation.kind == "reform_plan",
        obligation.fulfilled_on <= ibis.literal(last),
        final_year.re_search("^[0-9]{4}$") & (final_year >= str(period.start.year)),
    ).select("unit_id", "fulfilled_on", plan="obligation_id", plan_period="period")
    joined = plan_domain.inner_join(plans, plan_domain.obligation_id == plans.plan)
    named = with_one_holder(joined, obligation, "obligation_id")
    written = named.domain.strip().re_replace(r"\s+", " ").lower()
    names = [*(name.lower() for name in domain_names(last).values()), *SAME]
    current = ibis.or_(*(written.startswith(name) for name in names))
    return cases(
        named,
        subject=named.obligation_id + "/" + named.domain,
        about=named.domain,
        event_on=ibis.literal(last),
        breached=ibis.cases((named.one_holder, ~current), else_=ibis.null("boolean")),
        plan_period=named.plan_period,
        issued_on=named.fulfilled_on,
    )
