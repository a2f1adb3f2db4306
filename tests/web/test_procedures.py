"""The four pages of procedures stay light, however many procedures there are."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.language import plain
from motcua.office.procedures.models import Component, Posting, Procedure, Process, Review, Service, Version
from tests.web.reading import BOARD, TODAY
from tests.web.test_pages import LIGHT, STYLE
from tests.world import BEGAN, World


def more(world: World, number: int, first: int = 0) -> None:
    """As many further procedures, taken in by ward 12, each with a process and posted but for every third."""
    for no in range(first, first + number):
        made = Procedure.objects.create(code=f"9.{no:06d}")
        version = Version.objects.create(
            procedure=made, version="1", name=f"Thủ tục số {no}", search_name=plain(f"Thủ tục số {no}"),
            domain="Hộ tịch", term_value=5, term_unit="working_day", in_force_from=BEGAN, levels=["commune"],
        )  # fmt: skip
        Component.objects.create(version=version, no=1, name="Tờ khai theo mẫu", originals=1)
        version.released_at = timezone.now()
        version.save()
        Service.objects.create(unit=world.ward, procedure=made, valid_from=BEGAN)
        Process.objects.create(unit=world.ward, version=version)
        if no % 3:
            Posting.objects.create(unit=world.ward, version=version, place=BOARD, posted_on=TODAY)
        Review.objects.create(
            unit=world.ward, year=TODAY.year, domain=f"Lĩnh vực {no}", assigned_by="05/KH-UBND", due_on=TODAY,
            contents=["Sự cần thiết"],
        )  # fmt: skip


PLACES = ("procedures", "processes", "postings", "reviews")


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_pages_are_light_and_ask_as_often_for_many_as_for_few(world: World, of_ward: Client) -> None:
    more(world, 6)
    few = {place: queries(of_ward, f"/{place}/") for place in PLACES}
    more(world, 120, first=6)
    for place in PLACES:
        assert queries(of_ward, f"/{place}/") == few[place], place
        content = of_ward.get(f"/{place}/").content
        assert len(content) + len(STYLE) <= LIGHT, place
        assert not re.search(rb"<script|<style|\sstyle=|\son\w+=", content), place
