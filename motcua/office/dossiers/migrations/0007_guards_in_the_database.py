"""What acts refuse the database refuses too, where one row shows it."""

from django.db import migrations, models
from django.db.models import F, Q

AT_WORK = ["received", "processing", "financial_duty", "settled", "returned"]
WAYS = ["counter", "online", "post"]


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0006_mediation_and_own_proposals")]

    operations = [
        migrations.RemoveConstraint(model_name="dossier", name="dossiers_stranger_needs_authority"),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=Q(submitter_kind="self", submitter=None)
                | Q(submitter_kind="self", submitter=F("applicant"))
                | Q(submitter__isnull=False, authority__gt=""),
                name="dossiers_stranger_needs_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=~Q(status__in=AT_WORK) | Q(register_no__gt=""), name="dossiers_received_has_its_line"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=Q(returned_at=None)
                | Q(returned_by_unit=F("received_by_unit"), return_way__in=WAYS, returned_to__gt=""),
                name="dossiers_returned_at_the_desk",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=Q(late_cause="", late_cause_by=None) | Q(late_cause__gt="", late_cause_by__isnull=False),
                name="dossiers_cause_said_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=Q(fee_paid__lte=F("fee_due")), name="dossiers_paid_no_more_than_owed"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossiercomponent",
            constraint=models.CheckConstraint(
                condition=Q(kept_original=False) | Q(procedure_component_no__isnull=False),
                name="dossiers_kept_original_is_listed",
            ),
        ),
    ]
