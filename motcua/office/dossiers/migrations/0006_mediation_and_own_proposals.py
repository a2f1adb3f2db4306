"""How a mediation ended; nobody approves their own proposal, an approval has who and when."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0005_digital_copies")]

    operations = [
        migrations.AddField(
            model_name="mediationcase",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[("reconciled", "Hòa giải thành"), ("not_reconciled", "Hòa giải không thành")],
                default="",
                max_length=14,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="mediationcase",
            name="minutes_no",
            field=models.CharField(blank=True, default="", max_length=60),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="mediationcase",
            constraint=models.CheckConstraint(
                condition=models.Q(("closed_at", None), ("minutes_no", ""), ("outcome", ""))
                | models.Q(
                    ("closed_at__gte", models.F("council_decided_at")), ("minutes_no__gt", ""), ("outcome__gt", "")
                ),
                name="dossiers_mediation_closed_by_minutes",
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.CheckConstraint(
                condition=models.Q(("approved_by", None))
                | models.Q(("proposal", ""))
                | ~models.Q(("approved_by", models.F("proposed_by"))),
                name="dossiers_nobody_approves_their_own",
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.CheckConstraint(
                condition=models.Q(("approved_at", None), ("approved_by", None))
                | models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                name="dossiers_result_approved_by_somebody",
            ),
        ),
    ]
