"""The pages of internal processes: drafts edited in plain forms, checked, released."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from motcua.office.procedures.models import Process
from tests.web.conftest import SignedIn
from tests.web.reading import text
from tests.web.test_pages import LIGHT, STYLE
from tests.world import World


def edit(client: Client, pk: int) -> dict[str, Any]:
    """What the form of a draft would send as it stands."""
    page = text(client.get(reverse("desk:process-edit", args=[pk])))
    return sent(page)


def sent(page: str) -> dict[str, Any]:
    """The fields of a page's form with their values, read from its HTML."""
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input\b[^>]*>", page):
        name, value = re.search(r'name="(s[^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("checkbox" not in tag or "checked" in tag):
            found[name[1]] = value[1] if value else "on" if "checkbox" in tag else ""
    for name, options in re.findall(r'<select name="(s[^"]+)".*?>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def names(pk: int) -> list[str]:
    return list(Process.objects.get(pk=pk).steps.order_by("no").values_list("name", flat=True))


def test_a_process_is_drafted_read_checked_and_released(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft
    page = text(hoa.get(reverse("desk:process", args=[pk])))
    assert "có thể ban hành" in page
    assert "Chuyển bước 2: Thẩm định" in page and "Từ chối" in page and "cho ra kết quả" in page

    assert "đang áp dụng" in text(hoa.post(reverse("desk:process-release", args=[pk]), follow=True))

    assert Process.objects.get().released_at is not None
    assert hoa.get(reverse("desk:process-edit", args=[pk])).status_code == 302
    assert "Số 1" in text(hoa.get("/processes/"))


def test_saving_a_form_as_it_stands_changes_nothing(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft

    def told() -> list[Any]:
        steps = Process.objects.get(pk=pk).steps
        rows = steps.values_list("no", "name", "role", "term_value", "term_unit", "outcome", "gives_result", "unit")
        ways = steps.order_by("no", "branches__pk").values_list("no", "branches__kind", "branches__to_step__no")
        return [*rows, *ways]

    before = told()
    hoa.post(reverse("desk:process-edit", args=[pk]), edit(hoa, pk) | {"do": "save"})
    assert told() == before


def test_a_step_is_moved_with_the_ways_that_lead_to_it_and_written_only_when_saved(
    world: World, draft: tuple[Client, int]
) -> None:
    hoa, pk = draft
    where, before = reverse("desk:process-edit", args=[pk]), names(pk)

    page = text(hoa.post(where, edit(hoa, pk) | {"do": "down-2"}))
    assert "Chưa lưu" in page and names(pk) == before
    hoa.post(where, sent(page) | {"do": "save"})

    assert names(pk) == [before[0], before[2], before[1], *before[3:]]
    first, head, specialist = Process.objects.get(pk=pk).steps.order_by("no")[:3]
    assert first.branches.get(kind="next").to_step == specialist
    assert specialist.branches.get(kind="next").to_step == head


def test_a_step_is_added_and_another_removed(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft
    where = reverse("desk:process-edit", args=[pk])
    page = text(hoa.post(where, edit(hoa, pk) | {"do": "add"}))
    assert "errorlist" in text(hoa.post(where, sent(page) | {"do": "save"})) and len(names(pk)) == 5
    assert "s6-name" not in text(hoa.post(where, sent(page) | {"do": "remove-6"}))
    page = text(hoa.post(where, sent(page) | {"s6-name": "Lưu trữ", "s6-role": "clerk", "do": "remove-4"}))
    hoa.post(where, sent(page) | {"do": "save"})
    assert names(pk)[-2:] == ["Trả kết quả", "Lưu trữ"] and len(names(pk)) == 5

    found = text(hoa.get(reverse("desk:process", args=[pk])))
    assert "Bước 4 “Trả kết quả”: không bước nào dẫn đến đây." in found
    assert "Ban hành quy trình" not in found
    refused = text(hoa.post(reverse("desk:process-release", args=[pk]), follow=True))
    assert "Chưa ban hành được quy trình" in refused
    assert Process.objects.get(pk=pk).released_at is None


def test_an_opinion_of_a_unit_by_its_name_and_a_way_to_no_step_or_unit_is_said(
    world: World, draft: tuple[Client, int]
) -> None:
    hoa, pk = draft
    where, form = reverse("desk:process-edit", args=[pk]), edit(hoa, pk)
    ways = int(form["s2-ways"])
    more_ = {f"s2-w{ways}-kind": "opinion", f"s2-w{ways}-unit": "Phường 99"}
    assert "Không có đơn vị “Phường 99”" in text(hoa.post(where, form | more_ | {"do": "save"}))
    page = text(hoa.post(where, form | {f"s2-w{ways}-kind": "next", f"s2-w{ways}-to": "77", "do": "save"}))
    assert "phải ghi số của một bước từ 1 đến 5" in page

    hoa.post(where, form | more_ | {f"s2-w{ways}-unit": "Phường 13", "do": "save"})
    opinion = Process.objects.get(pk=pk).steps.get(no=2).branches.get(kind="opinion")
    assert opinion.to_unit == world.elsewhere


def test_a_released_process_is_changed_by_a_draft_that_begins_like_it(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft
    hoa.post(reverse("desk:process-edit", args=[pk]), edit(hoa, pk) | {"s2-name": "Xem xét", "do": "save"})
    hoa.post(reverse("desk:process-release", args=[pk]))
    hoa.post(reverse("desk:process-draft", args=[world.versions["birth"].pk]))
    second = Process.objects.get(number=2)
    assert names(second.pk) == names(pk) and second.released_at is None
    form = {"do": "save", "steps": "0"}
    hoa.post(reverse("desk:process-edit", args=[pk]), form)
    assert len(names(pk)) == 5


def test_a_specialist_reads_processes_and_changes_none(
    world: World, signed_in: SignedIn, draft: tuple[Client, int]
) -> None:
    _, pk = draft
    minh = signed_in(world.minh)
    page = text(minh.get(reverse("desk:process", args=[pk])))
    assert "Thẩm định" in page and "Sửa các bước" not in page and "Ban hành quy trình" not in page
    assert minh.post(reverse("desk:process-release", args=[pk])).status_code == 403


def test_the_form_of_a_process_is_light(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft
    content = hoa.get(reverse("desk:process-edit", args=[pk])).content
    assert len(content) + len(STYLE) <= LIGHT
