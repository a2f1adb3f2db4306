"""What a unit works with: positions, staff, training, money, devices, security files, community teams."""

from functools import partial

from motcua.evidence.table import TableSpec, day, declare, flag, integer, moment, money, person, term, text, word

TABLES: dict[str, TableSpec] = {}
table = partial(declare, TABLES)

position = table(
    "position",
    "Positions of a unit on a day: required and filled",
    key="unit_id title as_of",
    serves="H3b2",
    unit_id=text("!"),
    title=text("!"),
    leader=flag("!"),
    required=integer("!"),
    filled=integer("!"),
    as_of=day("!"),
)
quota = table(
    "quota",
    "Staff quota of a unit and year, and staff present",
    key="unit_id year kind",
    serves="H3a2",
    unit_id=text("!"),
    year=integer("!"),
    kind=word("civil_servant", "public_employee", need="!"),
    quota=integer("!"),
    present=integer("!"),
)
staff = table(
    "staff",
    "Officers of a unit, their role, term, training, and whether their record is synchronised",
    key="unit_id person valid_from",
    serves="H3a4 K8",
    person=person("!"),
    unit_id=text("!"),
    kind=term("civil_servant", "public_employee", need="!"),
    role=term("reception", "specialist", "reform_officer", "leader"),
    decision_no=text(),
    valid_from=day("!"),
    valid_to=day(),
    record_synced=flag(),
    trained=moment(),
)
staff_reduction = table(
    "staff_reduction",
    "Officers released in the downsizing, by kind",
    key="unit_id person",
    serves="H3a2",
    person=person("!"),
    unit_id=text("!"),
    kind=word("civil_servant", "public_employee", need="!"),
    decided=moment("!"),
)
training_plan = table(
    "training_plan",
    "Courses a unit planned for a year and those it held",
    key="unit_id year course",
    serves="H3b3 H3c3",
    unit_id=text("!"),
    year=integer("!"),
    course=text("!"),
    planned=integer(),
    actual=integer(),
)
recruitment = table(
    "recruitment",
    "Recruitment of a year by group of posts: quota, plan, recruited",
    key="unit_id year post_group",
    serves="H3b2 K9",
    unit_id=text("!"),
    year=integer("!"),
    post_group=term("civil_servant", "teacher", "public_employee", need="!"),
    quota=integer(),
    plan_issued=moment(),
    recruited=integer(),
)
finance = table(
    "finance",
    "Additional income a unit paid its staff in a year",
    key="unit_id year",
    serves="H4b1",
    unit_id=text("!"),
    year=integer("!"),
    additional_income_paid=money(),
)
device = table(
    "device",
    "Computers and other devices, against the minimum and with central anti-malware",
    key="unit_id device_id",
    serves="X4c2 H5a2",
    device_id=text("!"),
    unit_id=text("!"),
    kind=term("computer", "scanner", "printer", "network", need="!"),
    place=term("one_stop", "office"),
    acquired_year=integer(),
    meets_minimum=flag(),
    anti_malware=flag(),
)
security_file = table(
    "security_file",
    "Security-level files of information systems: completed, submitted, approved",
    key="unit_id system",
    serves="X4a2 H5a2",
    unit_id=text("!"),
    system=text("!"),
    level=integer("!"),
    completed=moment(),
    submitted=moment(),
    approved=moment(),
)
community_team = table(
    "community_team",
    "Community teams for digital technology",
    key="unit_id team_id",
    serves="H5a1",
    team_id=text("!"),
    unit_id=text("!"),
    founded=moment(),
    members=integer(),
)
