"""How a unit is looked at: inspections, earlier findings, satisfaction, scores, attendance, samples, observations."""

from functools import partial

from motcua.evidence.table import TableSpec, day, declare, flag, integer, moment, number, person, term, text, word

TABLES: dict[str, TableSpec] = {}
table = partial(declare, TABLES)

SAMPLE_ITEMS = (
    "receipt_present",
    "components_listed",
    "control_slip_present",
    "original_kept",
    "pages_complete",
    "person_signature",
    "agency_seal",
    "two_witnesses",
)

inspection_round = table(
    "inspection_round",
    "Inspections a unit planned of the units under it, and held",
    key="unit_id target_unit_id planned_on",
    serves="H1c4",
    unit_id=text("!"),
    target_unit_id=text("!"),
    planned=moment("!"),
    held=moment(),
    concluded=moment(),
)
past_finding = table(
    "past_finding",
    "Findings of earlier inspections, due and closed",
    key="unit_id rule_code noticed_on",
    serves="repeated findings; K2",
    unit_id=text("!"),
    rule_code=text("!"),
    noticed=moment("!"),
    due=moment(),
    closed=moment(),
)
satisfaction = table(
    "satisfaction",
    "Answers of citizens asked about a dossier, factor by factor",
    key="unit_id dossier_id factor asked_on",
    serves="K4",
    unit_id=text("!"),
    dossier_id=text(),
    asked=moment("!"),
    factor=text("!"),
    score=number("!"),
)
index_score = table(
    "index_score",
    "Scores of an index, criterion by criterion",
    key="unit_id set year criterion",
    serves="K4",
    unit_id=text("!"),
    set=text("!"),
    year=integer("!"),
    criterion=text("!"),
    maximum=number("!"),
    score=number(),
)
head_rating = table(
    "head_rating",
    "Yearly rating of a unit's head and the share the reform has in it",
    key="unit_id year",
    serves="K3",
    unit_id=text("!"),
    year=integer("!"),
    rating=text(),
    reform_share=number(),
)
duty_record = table(
    "duty_record",
    "Attendance day by day: expected and present",
    key="unit_id person day",
    serves="attendance, as other inspections find it",
    unit_id=text("!"),
    person=person("!"),
    day=day("!"),
    expected=flag("!"),
    present=flag(),
    reason=text(),
)
sample = table(
    "sample",
    "Dossiers drawn for a look at the paper",
    key="sample_id unit_id dossier_id",
    serves="every rule that paper answers",
    sample_id=text("!"),
    unit_id=text("!"),
    dossier_id=text("!"),
    drawn=moment("!"),
    seed=integer("!"),
)
sample_check = table(
    "sample_check",
    "What the inspector saw on the paper of a drawn dossier",
    key="sample_id dossier_id item",
    serves="every rule that paper answers",
    sample_id=text("!"),
    dossier_id=text("!"),
    item=term(*SAMPLE_ITEMS, need="!"),
    verdict=word("yes", "no", "unclear", need="!"),
    note=text(),
)
observation = table(
    "observation",
    "What only eyes can see: name plates, badges, the room",
    key="unit_id item seen_on",
    serves="H2a2",
    unit_id=text("!"),
    item=term("name_plates", "domain_signs", "badges", "waiting_room", need="!"),
    ok=flag("!"),
    seen=moment("!"),
    note=text(),
)
