"""The page of postings: what is missing, several posted at once, taken down."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from motcua.office.journal.models import Entry
from motcua.office.procedures.models import Posting, Version
from tests.web.conftest import SignedIn
from tests.web.reading import BOARD, TODAY, day, text
from tests.web.workbooks import IMPORT, book
from tests.world import BEGAN, World


def post(client: Client, *versions: Version, **other: object) -> str:
    said = {"versions": [one.pk for one in versions], "where": BOARD, "on": day(TODAY), "complete": "on", **other}
    return text(client.post("/postings/post/", said, follow=True))


def test_what_is_missing_is_posted_several_at_once(world: World, of_ward: Client) -> None:
    assert "Phải niêm yết: 4 thủ tục" in text(of_ward.get("/postings/"))

    page = post(of_ward, world.versions["birth"], world.versions["land"])

    assert f"Đã ghi niêm yết 2 thủ tục tại “{BOARD}”" in page
    assert "Phải niêm yết: 2 thủ tục" in page and "Đang niêm yết: 2" in page
    assert Entry.objects.filter(act="procedure.posted", unit=world.ward.unit_id).count() == 2


def test_a_new_version_is_warned_of_and_takes_the_place_of_the_old(
    world: World, of_province: Client, of_ward: Client
) -> None:
    birth = world.versions["birth"]
    Posting.objects.create(unit=world.ward, version=birth, place=BOARD, posted_on=BEGAN)
    of_province.post(IMPORT, {"file": book()})
    draft = Version.objects.get(version="2")
    of_province.post(reverse("desk:version-release", args=[draft.pk]))
    page = text(of_ward.get("/postings/"))
    assert "còn niêm yết phiên bản đã hết hiệu lực" in page and "hết hiệu lực</span>" in page

    assert "còn niêm yết phiên bản đã hết hiệu lực" not in post(of_ward, draft)

    assert Posting.objects.get(version=birth).removed_on == TODAY
    assert Posting.objects.get(version=draft).removed_on is None


def test_one_that_is_refused_leaves_all_unposted_and_what_was_typed_stays(world: World, of_ward: Client) -> None:
    page = post(of_ward, world.versions["birth"], on=day(TODAY + timedelta(days=1)))
    assert "chưa đến" in page and f'value="{BOARD}"' in page
    assert f'name="versions" value="{world.versions["birth"].pk}" checked' in page
    assert not Posting.objects.exists() and not Entry.objects.exists()


def test_a_posting_is_taken_down(world: World, of_ward: Client) -> None:
    post(of_ward, world.versions["birth"])
    posting = Posting.objects.get()
    assert "Chưa đánh dấu bản niêm yết nào" in text(of_ward.post("/postings/remove/", {"off": day(TODAY)}))
    page = text(of_ward.post("/postings/remove/", {"posting": posting.pk, "off": day(TODAY)}, follow=True))
    assert "Đã ghi gỡ 1 bản niêm yết" in page and "Phải niêm yết: 4 thủ tục" in page


def test_nobody_posts_for_another_unit(world: World, signed_in: SignedIn, of_ward: Client) -> None:
    kim = signed_in(world.kim)
    said = {"versions": [world.versions["birth"].pk], "where": BOARD, "on": day(TODAY)}
    assert "Phải niêm yết" in text(kim.get("/postings/", {"unit": world.ward.pk}))
    assert kim.post(f"/postings/post/?unit={world.ward.pk}", said).status_code == 404
    assert of_ward.get("/postings/", {"unit": world.elsewhere.pk}).status_code == 404
    assert not Posting.objects.exists()
