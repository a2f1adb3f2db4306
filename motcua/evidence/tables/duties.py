"""What a unit owes and does beside dossiers: letters, documents, plans, reports, activities, feedback, reviews."""

from functools import partial

from motcua.evidence.table import TableSpec, day, declare, flag, integer, moment, number, person, term, text, word
from motcua.evidence.tables.dossiers import SIGNATURE

TABLES: dict[str, TableSpec] = {}
table = partial(declare, TABLES)

OBLIGATIONS = (
    "reform_plan",
    "index_plan",
    "communication_plan",
    "reform_inspection_plan",
    "dialogue_plan",
    "dialogue_report",
    "model_plan",
    "procedure_control_plan",
    "procedure_review_plan",
    "budget_disclosure",
    "spending_rules",
    "autonomy_report",
    "digital_plan",
    "security_plan",
    "emulation_plan",
    "structure_arranged",
    "functions_report",
    "training_plan",
)
MEASURES = ("on_time_share", "online_payment_share", "online_filing_share", "signed_share")

courtesy_letter = table(
    "courtesy_letter",
    "Letters of congratulation and condolence",
    key="unit_id letter_id",
    serves="H2c1",
    kinds_in="kind",
    letter_id=text("!"),
    unit_id=text("!"),
    kind=word("congratulation", "condolence", need="!"),
    issued=moment(),
)
outgoing_document = table(
    "outgoing_document",
    "Documents a unit issued, with the signatures found on them",
    key="unit_id document_id",
    serves="X4a1 H5b2 X1a1",
    document_id=text("!"),
    unit_id=text("!"),
    number=text(),
    kind=text(),
    issued=moment("!"),
    secret=flag(),
    person_signature=word(*SIGNATURE),
    agency_seal=word(*SIGNATURE),
)
declared_figure = table(
    "declared_figure",
    "Totals that a unit reports about itself: declared, never proof",
    key="unit_id measure from_on",
    serves="figures beside computed ones",
    unit_id=text("!"),
    measure=term(*MEASURES, need="!"),
    from_on=day("!"),
    to_on=day("!"),
    numerator=integer(),
    denominator=integer(),
    value=number(),
)
obligation = table(
    "obligation",
    "What a unit must issue or arrange by when, and the document that fulfilled it",
    key="unit_id obligation_id",
    serves="X1a1 X1a2 X1b1 X2a1 X3a1 X4a2 H3a1 H3b2 H3b3 H4a1 H5a1",
    obligation_id=text("!"),
    unit_id=text("!"),
    kind=term(*OBLIGATIONS, need="!"),
    period=text("!"),
    basis=text(),
    due=moment("!"),
    fulfilled=moment(),
    document_id=text(),
)
plan_domain = table(
    "plan_domain",
    "Domains that a plan names, as it names them",
    key="obligation_id domain",
    serves="X1c3",
    obligation_id=text("!"),
    domain=text("!"),
)
focal_point = table(
    "focal_point",
    "Who holds a role, by which decision, for which days",
    key="unit_id role valid_from",
    serves="X2a1 H2a1 X1c1",
    kinds_in="role",
    unit_id=text("!"),
    role=term("control_leader", "control_officer", "one_stop_head", "reform_officer", need="!"),
    person=person(),
    decision_no=text(),
    valid_from=day("!"),
    valid_to=day(),
)
task = table(
    "task",
    "Work given to a unit or a person, due and done",
    key="unit_id task_id",
    serves="every recommendation; K5",
    task_id=text("!"),
    unit_id=text("!"),
    assignee=person(),
    basis=text(),
    assigned=moment(),
    due=moment(),
    done=moment(),
)
report_due = table(
    "report_due",
    "Report forms a unit owes, due and submitted",
    key="unit_id report_id",
    serves="X4b2 H5b1",
    report_id=text("!"),
    unit_id=text("!"),
    form_code=text("!"),
    period=text("!"),
    due=moment("!"),
    submitted=moment(),
)
report_section = table(
    "report_section",
    "Sections a report must have, present or empty",
    key="report_id section",
    serves="X1b2 H3b1 H1c3",
    report_id=text("!"),
    section=term("models", "decentralised_tasks", need="!"),
    present=flag("!"),
)
activity = table(
    "activity",
    "Dialogues, communication, training, support events",
    key="unit_id activity_id",
    serves="X1a2 X1a3 H1b1 H2a4 H5a1",
    kinds_in="kind",
    activity_id=text("!"),
    unit_id=text("!"),
    kind=word("dialogue", "communication", "training", "support", need="!"),
    channel=term("website", "radio", "television", "social_network", "qr_code", "conference", "leaflet", "newspaper"),
    topic=term(
        "reform",
        "residence_data",
        "e_identification",
        "digital_transformation",
        "online_services",
        "online_payment",
    ),
    held=moment("!"),
    place=text(),
)
reform_model = table(
    "reform_model",
    "Reform models a unit runs, evaluated or not",
    key="unit_id model_id",
    serves="X1a4 H1a2 K6",
    model_id=text("!"),
    unit_id=text("!"),
    name=text("!"),
    valid_from=day("!"),
    valid_to=day(),
    evaluated=moment(),
    rating=text(),
)
feedback = table(
    "feedback",
    "Feedback and petitions of citizens, due and answered",
    key="unit_id feedback_id",
    serves="H1c2",
    feedback_id=text("!"),
    unit_id=text("!"),
    dossier_id=text(),
    kind=term("procedure", "officer", "proposal", need="!"),
    about=text(),
    received=moment("!"),
    due=moment(),
    answered=moment(),
    upheld=flag(),
    rated=integer(),
)
review = table(
    "review",
    "Domains whose procedures a unit had to review in a year, and did",
    key="unit_id year domain",
    serves="X2b2 H2c1",
    unit_id=text("!"),
    year=integer("!"),
    domain=text("!"),
    assigned_by=text(),
    planned=flag(),
    reviewed=flag(),
    contents_complete=flag(),
    proposal=text(),
)
