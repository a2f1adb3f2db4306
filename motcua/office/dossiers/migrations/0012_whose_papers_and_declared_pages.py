"""Digital copies say whose they are, of which type and how long they hold; papers have the pages declared of them."""

from hashlib import sha256

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from motcua.language import plain

AT_ONCE = 500


def tell(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Whose the copies made so far are and their type, as `copying` has computed them since."""
    copies, components = apps.get_model("dossiers", "DigitalCopy"), apps.get_model("procedures", "Component")
    beside = ("component__dossier", "result__dossier")
    told = []
    for copy in copies.objects.select_related(*beside).order_by("pk"):
        of = copy.component or copy.result
        copy.owner_id = of.dossier.data_subject_id or of.dossier.applicant_id
        name = of.name if copy.component else of.kind
        if copy.component and of.procedure_component_no:
            listed = components.objects.filter(version=of.dossier.version_id, no=of.procedure_component_no).first()
            name = listed.name if listed else name
        copy.paper_type = sha256(plain(name).encode()).hexdigest()[:16]
        told.append(copy)
    copies.objects.bulk_update(told, ["owner", "paper_type"], batch_size=AT_ONCE)
    if schema_editor.connection.vendor == "postgresql":  # whose columns change next must not wait for the end
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0011_files_past_their_term"),
        ("people", "0002_first_passwords"),
        ("procedures", "0003_signed_result"),
    ]

    operations = [
        migrations.AddField(
            model_name="dossiercomponent",
            name="declared_pages",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="dossiercomponent",
            constraint=models.CheckConstraint(
                condition=models.Q(("declared_pages", None), ("declared_pages__gt", 0), _connector="OR"),
                name="dossiers_component_of_some_pages",
            ),
        ),
        migrations.AddField(
            model_name="digitalcopy",
            name="holds_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="digitalcopy",
            name="owner",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="digitalcopy",
            name="paper_type",
            field=models.CharField(max_length=16, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(tell, migrations.RunPython.noop, elidable=False),
        migrations.AlterField(
            model_name="digitalcopy",
            name="owner",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddConstraint(
            model_name="digitalcopy",
            constraint=models.CheckConstraint(
                condition=models.Q(("paper_type__gt", "")), name="dossiers_copy_of_some_type"
            ),
        ),
        migrations.AddConstraint(
            model_name="digitalcopy",
            constraint=models.CheckConstraint(
                condition=models.Q(("holds_until", None), ("certified_at__isnull", False), _connector="OR"),
                name="dossiers_copy_validity_read_as_compared",
            ),
        ),
        migrations.AddIndex(
            model_name="digitalcopy",
            index=models.Index(fields=["owner", "paper_type"], name="dossiers_store_by_type"),
        ),
    ]
