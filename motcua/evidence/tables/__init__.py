"""The tables that rules and reports may read. "!" marks a column that is never empty."""

from motcua.evidence.table import TableSpec
from motcua.evidence.tables import dossiers, duties, ground, means, oversight
from motcua.evidence.tables.dossiers import SIGNATURE as SIGNATURE
from motcua.evidence.tables.dossiers import STATUSES as STATUSES
from motcua.evidence.tables.dossiers import archive_handover as archive_handover
from motcua.evidence.tables.dossiers import book_entry as book_entry
from motcua.evidence.tables.dossiers import dossier as dossier
from motcua.evidence.tables.dossiers import dossier_component as dossier_component
from motcua.evidence.tables.dossiers import dossier_step as dossier_step
from motcua.evidence.tables.dossiers import mediation_case as mediation_case
from motcua.evidence.tables.dossiers import payment as payment
from motcua.evidence.tables.dossiers import residence_check as residence_check
from motcua.evidence.tables.dossiers import result as result
from motcua.evidence.tables.dossiers import slip as slip
from motcua.evidence.tables.duties import MEASURES as MEASURES
from motcua.evidence.tables.duties import OBLIGATIONS as OBLIGATIONS
from motcua.evidence.tables.duties import activity as activity
from motcua.evidence.tables.duties import courtesy_letter as courtesy_letter
from motcua.evidence.tables.duties import declared_figure as declared_figure
from motcua.evidence.tables.duties import feedback as feedback
from motcua.evidence.tables.duties import focal_point as focal_point
from motcua.evidence.tables.duties import obligation as obligation
from motcua.evidence.tables.duties import outgoing_document as outgoing_document
from motcua.evidence.tables.duties import plan_domain as plan_domain
from motcua.evidence.tables.duties import reform_model as reform_model
from motcua.evidence.tables.duties import report_due as report_due
from motcua.evidence.tables.duties import report_section as report_section
from motcua.evidence.tables.duties import review as review
from motcua.evidence.tables.duties import task as task
from motcua.evidence.tables.ground import calendar_day as calendar_day
from motcua.evidence.tables.ground import coverage as coverage
from motcua.evidence.tables.ground import posting as posting
from motcua.evidence.tables.ground import procedure as procedure
from motcua.evidence.tables.ground import procedure_component as procedure_component
from motcua.evidence.tables.ground import service as service
from motcua.evidence.tables.ground import unit as unit
from motcua.evidence.tables.means import community_team as community_team
from motcua.evidence.tables.means import device as device
from motcua.evidence.tables.means import finance as finance
from motcua.evidence.tables.means import position as position
from motcua.evidence.tables.means import quota as quota
from motcua.evidence.tables.means import recruitment as recruitment
from motcua.evidence.tables.means import security_file as security_file
from motcua.evidence.tables.means import staff as staff
from motcua.evidence.tables.means import staff_reduction as staff_reduction
from motcua.evidence.tables.means import training_plan as training_plan
from motcua.evidence.tables.oversight import SAMPLE_ITEMS as SAMPLE_ITEMS
from motcua.evidence.tables.oversight import duty_record as duty_record
from motcua.evidence.tables.oversight import head_rating as head_rating
from motcua.evidence.tables.oversight import index_score as index_score
from motcua.evidence.tables.oversight import inspection_round as inspection_round
from motcua.evidence.tables.oversight import observation as observation
from motcua.evidence.tables.oversight import past_finding as past_finding
from motcua.evidence.tables.oversight import sample as sample
from motcua.evidence.tables.oversight import sample_check as sample_check
from motcua.evidence.tables.oversight import satisfaction as satisfaction

CONTRACT_VERSION = "1.0"
CONTRACT: dict[str, TableSpec] = {
    **ground.TABLES,
    **dossiers.TABLES,
    **duties.TABLES,
    **means.TABLES,
    **oversight.TABLES,
}
