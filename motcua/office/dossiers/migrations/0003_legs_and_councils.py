"""Legs of a dossier at other units; councils told apart by unit and year."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0002_amendments"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Leg",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name="mediationcase",
            name="council_year",
            field=models.PositiveIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="mediationcase",
            name="unit",
            field=models.ForeignKey(
                default=0, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="mediationcase",
            name="council_decision_no",
            field=models.CharField(max_length=60),
        ),
        migrations.AddConstraint(
            model_name="mediationcase",
            constraint=models.UniqueConstraint(
                fields=("unit", "council_year", "council_decision_no"), name="dossiers_council_for_one_dispute"
            ),
        ),
        migrations.AddField(
            model_name="leg",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="leg",
            name="parent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="asked_legs", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="leg",
            name="taken_in",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="asked_as",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="leg",
            name="unit",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"),
        ),
        migrations.AddIndex(
            model_name="leg",
            index=models.Index(condition=models.Q(("taken_in", None)), fields=["unit"], name="dossiers_leg_to_take_in"),
        ),
        migrations.AddConstraint(
            model_name="leg",
            constraint=models.UniqueConstraint(fields=("parent", "unit"), name="dossiers_leg_once_in_unit"),
        ),
    ]
