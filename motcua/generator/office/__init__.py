"""The tables of the offices: what units are, offer, owe, did and have, every duty kept."""

from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa

from motcua.generator.ledger import conformed, table_of
from motcua.generator.office import duties, ground, outreach, oversight, people, things
from motcua.generator.office.documents import document_rows
from motcua.generator.world import World

Rows = Callable[[World], Iterator[dict[str, Any]]]

ROWS: dict[str, Rows] = {
    "unit": ground.unit_rows_of,
    "calendar_day": ground.calendar_rows_of,
    "procedure": ground.procedure_rows,
    "procedure_component": ground.procedure_component_rows,
    "obligation": duties.obligation_rows,
    "plan_domain": duties.plan_domain_rows,
    "outgoing_document": document_rows,
    "report_due": duties.report_rows,
    "report_section": duties.section_rows,
    "task": duties.task_rows,
    "activity": outreach.activity_rows,
    "reform_model": outreach.model_rows,
    "courtesy_letter": outreach.letter_rows,
    "community_team": outreach.team_rows,
    "mediation_case": outreach.mediation_rows,
    "staff": people.staff_rows,
    "focal_point": people.focal_rows,
    "position": people.position_rows,
    "quota": people.quota_rows,
    "staff_reduction": people.reduction_rows,
    "training_plan": people.training_rows,
    "recruitment": people.recruitment_rows,
    "head_rating": people.rating_rows,
    "duty_record": people.attendance_rows,
    "finance": things.finance_rows,
    "device": things.device_rows,
    "security_file": things.security_rows,
    "observation": things.observation_rows,
    "review": oversight.review_rows,
    "inspection_round": oversight.round_rows,
    "past_finding": oversight.past_rows,
    "index_score": oversight.score_rows,
}
WHOLE: dict[str, Callable[[World], Any]] = {
    "service": ground.service_table,
    "posting": ground.posting_table,
    "coverage": ground.coverage_table,
}


def office_tables(world: World) -> dict[str, pa.Table]:
    """Every table that is not made dossier by dossier."""
    made = {name: table_of(name, rows(world)) for name, rows in ROWS.items()}
    return made | {name: conformed(name, rows(world)) for name, rows in WHOLE.items()}
