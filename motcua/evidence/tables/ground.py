"""What stands before any dossier: units, the calendar, coverage, procedures, where they are offered and posted."""

from functools import partial

from motcua.evidence.table import TableSpec, day, declare, flag, integer, moment, term, text, word

TABLES: dict[str, TableSpec] = {}
table = partial(declare, TABLES)

unit = table(
    "unit",
    "Administrative units, departments, desks, and the days between which they exist",
    key="unit_id",
    serves="all",
    unit_id=text("!"),
    name=text("!"),
    level=word("province", "district", "commune", need="!"),
    kind=word("committee", "department", "one_stop", "police", "post", "school", "other", need="!"),
    parent_id=text(),
    agency_code=text(),
    calendar=text(),
    valid_from=day("!"),
    valid_to=day(),
    successor_id=text(),
)
calendar_day = table(
    "calendar_day",
    "Every day of a calendar: working or not, its ordinal among working days, the working minutes before it",
    key="calendar day",
    serves="every time limit",
    calendar=text("!"),
    day=day("!"),
    working=flag("!"),
    ordinal=integer("!"),
    minutes_before=integer("!"),
)
coverage = table(
    "coverage",
    "For which unit, table (or `table.column`, `table/kind`) and days a source is complete; only there absence accuses",
    key="table unit_id from_on source",
    serves="every rule that accuses of something missing",
    table=text("!"),
    unit_id=text("!"),
    from_on=day("!"),
    to_on=day("!"),
    source=text("!"),
)
procedure = table(
    "procedure",
    "Procedures as published, version by version",
    key="procedure_code version",
    serves="X2b4 X2b8",
    procedure_code=text("!"),
    version=text("!"),
    name=text("!"),
    domain=text("!"),
    level=text(),
    decided_on=day(),
    law_effective_on=day(),
    in_force_from=day("!"),
    in_force_to=day(),
    term_value=integer(),
    term_unit=word("hour", "working_day", "calendar_day", "month"),
    immediate=flag(),
    result_kind=text(),
    population_data=word("required", "connected"),
)
procedure_component = table(
    "procedure_component",
    "What papers a version of a procedure asks for, and how",
    key="procedure_code version component_no",
    serves="X2b3 X2b6 X2a3",
    procedure_code=text("!"),
    version=text("!"),
    component_no=integer("!"),
    name=text("!"),
    originals=integer(),
    copies=integer(),
    keeps_original=flag(),
    replaced_by_data=flag(),
    required=flag(),
)
service = table(
    "service",
    "Which procedures a unit offers, and by what door",
    key="unit_id procedure_code valid_from",
    serves="H2c1",
    unit_id=text("!"),
    procedure_code=text("!"),
    valid_from=day("!"),
    valid_to=day(),
    one_stop=flag(),
    on_site=flag(),
    online_level=word("none", "partial", "full"),
    pay_online=flag(),
    fee_bearing=flag(),
)
posting = table(
    "posting",
    "Procedures posted for the public, place by place",
    key="unit_id procedure_code place posted_on",
    serves="X2a2 X2b4 X1c2 H2a2",
    unit_id=text("!"),
    procedure_code=text("!"),
    place=term("desk", "website", "market", "hamlet", need="!"),
    posted=moment("!"),
    removed=moment(),
    complete=flag(),
    qr=flag(),
)
