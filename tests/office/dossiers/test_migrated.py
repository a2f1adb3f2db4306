"""Copies made before owner and type were kept have both once the office is migrated."""

import json
from pathlib import Path

from motcua.office.dossiers.copying import paper_type
from tests.office.apart import office

BEFORE = """
import django
django.setup()
from datetime import datetime, timezone
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

apps = MigrationExecutor(connection).loader.project_state([("dossiers", "0011_files_past_their_term")]).apps
def make(app, model, **told):
    return apps.get_model(app, model).objects.create(**told)

at = datetime(2023, 7, 27, tzinfo=timezone.utc)
ward = make("people", "Unit", unit_id="ward-12", name="Phường 12", kind="committee", level="commune", valid_from=at)
lan = make("people", "Officer", username="lan")
binh, an = (make("people", "Person", name=name, search_name=name) for name in ("Binh", "An"))
procedure = make("procedures", "Procedure", code="1.001193")
version = make("procedures", "Version", procedure=procedure, version="1", name="Khai sinh", domain="Hộ tịch",
               in_force_from=at)
make("procedures", "Component", version=version, no=2, name="Giấy tờ chứng minh")
units = dict.fromkeys(("unit", "received_by_unit", "competent_unit"), ward)
def dossier(code, **told):
    return make("dossiers", "Dossier", code=code, version=version, domain="Hộ tịch", channel="counter",
                applicant=binh, status="submitted", received_at=at, **units, **told)
def paper(whole, no, listed, name):
    return make("dossiers", "DossierComponent", dossier=whole, no=no, name=name, procedure_component_no=listed,
                form="copy")
own, childs = dossier("1"), dossier("2", data_subject=an)
result = make("dossiers", "Result", dossier=childs, kind="Trích lục", proposed_by=lan, proposed_at=at)
file = make("records", "File", sha256="0" * 64, size=1, pages=1, content_type="application/pdf", kept_at=at)
for of in ({"component": paper(own, 1, 2, "giấy chứng minh")}, {"component": paper(own, 2, None, "Ảnh")},
           {"result": result}):
    make("dossiers", "DigitalCopy", file=file, made_at=at, by=lan, **of)
"""
AFTER = """
import django, json
django.setup()
from motcua.office.dossiers.models import DigitalCopy
print(json.dumps(list(DigitalCopy.objects.order_by("pk").values_list("owner__name", "paper_type"))))
"""


def test_copies_made_before_are_told_whose_they_are_and_of_which_type(tmp_path: Path) -> None:
    with office(tmp_path, migrate=False) as old:
        old.run("manage.py", "migrate", "-v0", "dossiers", "0011")
        old.run("-c", BEFORE)
        old.run("manage.py", "migrate", "-v0")
        found = json.loads(old.run("-c", AFTER))

    assert found == [
        ["Binh", paper_type("Giấy tờ chứng minh")],
        ["Binh", paper_type("Ảnh")],
        ["An", paper_type("Trích lục")],
    ]
