"""The administrator's pages: officers, their accounts and positions, units."""

import re
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.reception import receive
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Position, Role, Substitution, Unit
from motcua.office.people.policy import may
from tests.web.conftest import SignedIn
from tests.world import World, officer

LIST, NEW, UNITS = "/officers/", "/officers/new/", "/units/"


@pytest.fixture
def quan(world: World, signed_in: SignedIn) -> Client:
    """The browser of the administrator of ward 12."""
    return signed_in(world.quan)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def do(client: Client, someone: Officer, act: str, **fields: object) -> Any:
    sent = {f"{act}-{name}": value for name, value in fields.items()}
    return client.post(reverse("desk:officer-act", args=[someone.pk, act]), sent)


def done(client: Client, someone: Officer, act: str, **fields: object) -> None:
    answer = do(client, someone, act, **fields)
    assert answer.status_code == 302, re.findall(r"<p>.*?</p>|<li>.*?</li>", answer.content.decode())


def position(someone: Officer) -> Position:
    return Position.objects.filter(officer=someone).latest("pk")


def test_the_administrator_lands_on_the_officers(world: World, quan: Client) -> None:
    assert quan.get("/")["Location"] == LIST


def test_the_list_holds_the_officers_of_the_administrators_units_and_finds_them_without_diacritics(
    world: World, quan: Client
) -> None:
    said = text(quan, LIST)
    assert "Lê Thị Hoà" in said
    assert "Ngô Văn Nam" not in said
    assert "Chưa có mã xác thực" in said

    assert quan.post(LIST, {"words": "le hoa"})["Location"] == LIST
    said = text(quan, LIST)
    assert "Lê Thị Hoà" in said
    assert "Trần Văn Minh" not in said


def test_the_list_tells_how_accounts_stand(world: World, quan: Client) -> None:
    AccessAttempt.objects.create(username="lan", ip_address="127.0.0.1", failures_since_start=5)
    Officer.objects.filter(pk=world.minh.pk).update(last_seen_at=timezone.now() - timedelta(days=46))
    Officer.objects.filter(pk=world.van.pk).update(is_active=False)
    Officer.objects.filter(pk=world.ke.pk).update(must_change_password=True)
    said = text(quan, LIST)
    for tag in ("Tạm khóa: gõ sai mật khẩu", "Khóa vì lâu không dùng", "Đã khóa", "Chưa đổi mật khẩu đầu"):
        assert said.count(tag) == 1, tag


def test_a_new_account_has_its_password_told_once(world: World, quan: Client) -> None:
    today = timezone.localdate().strftime("%d/%m/%Y")
    sent = {"full_name": "Lý Văn Tám", "username": "tam", "unit": world.ward.pk, "role": "specialist",
            "domains": "ho tich\nĐất đai", "from_on": today}  # fmt: skip
    answer = quan.post(NEW, sent)
    password = re.findall(r'<code class="key">(.*?)</code>', answer.content.decode())[0]
    tam = Officer.objects.get(username="tam")
    assert tam.check_password(password)
    assert "no-store" in answer["Cache-Control"]
    assert position(tam).domains == ["Hộ tịch", "Đất đai"]
    assert password not in text(quan, reverse("desk:officer", args=[tam.pk]))
    assert "đã có người dùng" in quan.post(NEW, sent).content.decode()


def test_a_domain_that_is_not_in_the_catalogue_is_said_with_the_nearest(world: World, quan: Client) -> None:
    said = do(quan, world.lan, "appoint", unit=world.ward.pk, role="clerk", domains="Hộ tich hoc").content.decode()
    assert "không có lĩnh vực “Hộ tich hoc”" in said.lower().replace("hộ tich hoc", "Hộ tich hoc")
    assert "Hộ tịch" in said


def test_a_position_is_given_and_ended(world: World, quan: Client) -> None:
    today = timezone.localdate()
    done(quan, world.lan, "appoint", unit=world.ward.pk, role="clerk", from_on=today)
    assert may(Officer.objects.get(pk=world.lan.pk), "dossier.record_result", world.ward, None, today)

    done(quan, world.lan, "end", position=position(world.lan).pk, to_on=today)
    assert position(world.lan).to_on == today


def test_a_transfer_needs_an_heir_where_work_is_open(world: World, quan: Client) -> None:
    today, at = timezone.localdate(), timezone.now() - timedelta(minutes=5)
    tam = officer("tam", "Lý Văn Tám", world.ward, Role.SPECIALIST)
    kept = receive(world.reception(), by=world.lan, at=at)
    pass_on(kept.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=at)
    take_over(kept.pk, by=world.minh, at=at)
    asked = {"position": position(world.minh).pk, "unit": world.ward.pk, "role": "clerk",
             "from_on": today + timedelta(days=1)}  # fmt: skip

    assert "hãy chọn người nhận bàn giao" in do(quan, world.minh, "move", **asked).content.decode()
    done(quan, world.minh, "move", **asked, heir=tam.pk)

    assert position(world.minh).role == Role.CLERK
    assert kept.steps.get(finished_at=None).officer == tam


def test_a_substitute_is_named_for_some_days(world: World, quan: Client) -> None:
    today = timezone.localdate()
    asked = {"position": position(world.hoa).pk, "substitute": world.minh.pk, "from_on": today}
    assert do(quan, world.hoa, "substitute", **asked).status_code == 200
    done(quan, world.hoa, "substitute", **asked, to_on=today, decision="15/QĐ-UBND")

    assert may(Officer.objects.get(pk=world.minh.pk), "dossier.approve", world.ward, None, today)
    assert "Trần Văn Minh thay" in text(quan, reverse("desk:officer", args=[world.hoa.pk]))
    assert "thay Lê Thị Hoà đến" in text(quan, UNITS)


def test_a_substitution_is_withdrawn_before_it_begins(world: World, quan: Client) -> None:
    day = timezone.localdate() + timedelta(days=3)
    done(quan, world.hoa, "substitute", position=position(world.hoa).pk, substitute=world.minh.pk, from_on=day,
         to_on=day, decision="15/QĐ-UBND")  # fmt: skip
    made = Substitution.objects.get()

    done(quan, world.hoa, "end-substitution", substitution=made.pk, to_on=day - timedelta(days=1))

    assert not Substitution.objects.exists()


def test_an_account_is_closed_and_opened_its_code_reset_its_password_given_anew(world: World, quan: Client) -> None:
    TOTPDevice.objects.create(user=world.hoa, confirmed=True)
    done(quan, world.hoa, "deactivate")
    assert not Officer.objects.get(pk=world.hoa.pk).is_active
    done(quan, world.hoa, "unlock")
    assert Officer.objects.get(pk=world.hoa.pk).is_active
    done(quan, world.hoa, "code")
    assert not TOTPDevice.objects.filter(user=world.hoa).exists()

    answer = do(quan, world.hoa, "password")
    password = re.findall(r'<code class="key">(.*?)</code>', answer.content.decode())[0]
    assert Officer.objects.get(pk=world.hoa.pk).check_password(password)
    assert Entry.objects.filter(subject="hoa").count() == 4


def test_one_line_in_the_journal_for_each_act_and_none_for_what_was_refused(world: World, quan: Client) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    mine = {"position": position(world.lan).pk, "to_on": yesterday}
    done(quan, world.lan, "end", **mine)
    assert do(quan, world.lan, "end", **mine).status_code == 200
    assert do(quan, world.quan, "deactivate").status_code == 200
    assert [line.act for line in Entry.objects.all()] == ["officer.position_ended"]


def test_no_position_of_another_unit_is_ended_by_its_number(world: World, quan: Client) -> None:
    answer = do(quan, world.lan, "end", position=position(world.nam).pk, to_on=timezone.localdate())
    assert answer.status_code == 200
    assert position(world.nam).to_on is None


def test_an_officer_of_two_units_keeps_their_account_from_the_administrator_of_one(
    world: World, quan: Client, signed_in: SignedIn
) -> None:
    Position.objects.create(officer=world.lan, unit=world.elsewhere, role=Role.HEAD, from_on=timezone.localdate())
    before = Officer.objects.get(pk=world.lan.pk).password
    page = text(quan, reverse("desk:officer", args=[world.lan.pk]))
    assert "act-password" not in page
    assert "act-end" in page
    assert "quyền thực hiện việc này tại Phường 13" in do(quan, world.lan, "password").content.decode()
    assert Officer.objects.get(pk=world.lan.pk).password == before

    above = signed_in(officer("tu", "Tạ Văn Tư", world.district, Role.ADMINISTRATOR))
    assert do(above, world.lan, "password").status_code == 200
    assert Officer.objects.get(pk=world.lan.pk).password != before


def test_an_officer_of_another_unit_is_not_found(world: World, quan: Client) -> None:
    assert quan.get(reverse("desk:officer", args=[world.nam.pk])).status_code == 404
    assert do(quan, world.nam, "deactivate").status_code == 404
    assert do(quan, world.lan, "burn").status_code == 404


def test_a_unit_tells_who_works_there_and_which_role_nobody_holds(world: World, quan: Client) -> None:
    assert "không ai duyệt, ký được" not in text(quan, UNITS)
    Officer.objects.filter(pk=world.hoa.pk).update(is_active=False)
    said = text(quan, UNITS)
    assert "không ai duyệt, ký được" in said
    assert "Nguyễn Thị Lan" in said


def test_the_tree_of_units_with_days_and_successors(world: World, signed_in: SignedIn) -> None:
    today = timezone.localdate()
    Unit.objects.create(unit_id="w14", name="Phường 14", level="commune", parent=world.district, successor=world.ward,
                        valid_from=today - timedelta(days=900), valid_to=today - timedelta(days=9))  # fmt: skip
    client = signed_in(officer("tu", "Tạ Văn Tư", world.district, Role.ADMINISTRATOR))
    said = text(client, UNITS)
    assert [said.index(name) for name in ("Phường 12", "Phường 13", "Phường 14")]
    assert f"{today - timedelta(days=9):%d/%m/%Y}" in said
    assert said.count("Tiếp nhận và trả kết quả, Chuyên môn, Người đứng đầu") == 0
    assert "Chuyên môn, Người đứng đầu" in said  # ward 13 has reception alone

    assert "Phường 14" in text(client, reverse("desk:unit", args=[world.ward.pk]))
    gone = text(client, reverse("desk:unit", args=[Unit.objects.get(unit_id="w14").pk]))
    assert "Hôm nay đơn vị không hoạt động" in gone
    assert client.get(reverse("desk:unit", args=[world.province.pk])).status_code == 404


def test_the_pages_are_light_and_ask_as_often_for_sixty_officers_as_for_eight(world: World, quan: Client) -> None:
    places = [LIST, NEW, UNITS, reverse("desk:officer", args=[world.lan.pk])]

    def asked(place: str) -> int:
        quan.get(place)
        with CaptureQueriesContext(connection) as caught:
            content = quan.get(place).content
        assert len(content) < 80_000, place
        assert not re.search(rb"<script|<style|\sstyle=|\son\w+=", content), place
        return len(caught)

    few = [asked(place) for place in places]
    for no in range(60):
        officer(f"them{no}", f"Lý Văn Thêm {no}", world.ward, Role.SPECIALIST)
    assert [asked(place) for place in places] == few
    assert "Trang 1/2" in text(quan, LIST)
