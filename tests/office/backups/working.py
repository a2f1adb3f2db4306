"""What the tests of backups run in an office apart: it is built, worked in and counted."""

import json
import sys
import time

import django

django.setup()

from django.apps import apps  # noqa: E402  after the set-up
from django.utils import timezone  # noqa: E402

from motcua.office.dossiers.acts.reception import receive  # noqa: E402
from motcua.office.dossiers.models import PaperForm, Slip, SlipKind  # noqa: E402
from motcua.office.dossiers.told import Paper, Reception  # noqa: E402
from motcua.office.people.models import Officer, Person, Unit  # noqa: E402
from motcua.office.procedures.models import Version  # noqa: E402
from motcua.office.records.content import judge  # noqa: E402
from motcua.office.records.store import keep  # noqa: E402
from tests import world as cast  # noqa: E402
from tests.office.records.scans import scan  # noqa: E402


def build() -> None:
    cast.build()
    paper = scan()
    keep(paper, judge(paper), at=timezone.now())
    work(0)


def work(seconds: float) -> None:
    """Dossiers are received until the time is up, one at least."""
    version = Version.objects.get(procedure__code="1.001193")
    papers = [Paper(one.name, PaperForm.COPY, one.no) for one in version.components.all()]
    told = Reception(Unit.objects.get(unit_id="w12"), version, Person.objects.order_by("pk")[0], papers=papers)
    lan, until = Officer.objects.get(username="lan"), time.monotonic() + seconds
    while True:
        receive(told, by=lan, at=timezone.now())
        if time.monotonic() >= until:
            return


def count() -> None:
    """The rows of every table of the office, and the receipts."""
    labels = ("people", "procedures", "records", "dossiers", "journal", "exchange")
    models = [model for label in labels for model in apps.get_app_config(label).get_models()]
    counted = {model._meta.label_lower: model._default_manager.count() for model in models}
    receipts = Slip.objects.filter(kind=SlipKind.RECEIPT).count()
    sys.stdout.write(json.dumps(counted | {"receipts": receipts}, sort_keys=True))
