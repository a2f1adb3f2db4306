"""What citizens hear of their dossier, over a real mail server: each act once, nothing that others may not read."""

import pytest
from django.core.management import call_command

from motcua.language import Refusal
from motcua.office.dossiers.acts.handover import assign, take_over
from motcua.office.dossiers.acts.legs import link, receive_leg
from motcua.office.dossiers.acts.refusal import refuse, terminate
from motcua.office.dossiers.acts.settlement import return_result
from motcua.office.dossiers.acts.waiting import ask_supplement
from motcua.office.dossiers.models import Channel, Dossier
from motcua.office.exchange.models import Message
from motcua.office.people.models import Person, Role
from tests.office.dossiers import life
from tests.office.mailbox import Mailbox
from tests.world import World, again, moment, officer, procedure

REASON = "Thiếu giấy chứng sinh bản chính"
DESK = "Bộ phận Một cửa Phường 12"


@pytest.fixture
def reached(world: World) -> World:
    """Bình left an address, and a telephone that is used only where there is no address."""
    Person.objects.filter(pk=world.binh.pk).update(email="binh@example.vn", phone="0912345678")
    world.binh.refresh_from_db()
    return world


def heard(mailbox: Mailbox) -> list[str]:
    """The states in the subjects, in the order of arrival."""
    call_command("send_messages", verbosity=0)
    assert all(letter["To"] == "binh@example.vn" for letter in mailbox.letters)
    return [str(letter["Subject"]).partition(": ")[2] for letter in mailbox.letters]


def bodies(mailbox: Mailbox) -> list[str]:
    return [letter.get_content() for letter in mailbox.letters]


def test_a_whole_life_tells_what_to_do_and_where_in_both_languages(reached: World, mailbox: Mailbox) -> None:
    dossier = life.returned(reached)

    assert heard(mailbox) == ["đã được tiếp nhận", "đã có kết quả", "đã trả kết quả"]
    received, ready, returned = bodies(mailbox)
    assert "Hẹn trả kết quả lúc 08:30 ngày 03/08/2023" in received and "due at 08:30 on 03/08/2023" in received
    assert f"Mời mang giấy tiếp nhận đến {DESK} để nhận." in ready and "Come with the receipt" in ready
    assert f"Nếu chưa nhận được, hãy báo ngay cho {DESK}." in returned
    assert all(dossier.code in body for body in bodies(mailbox))


def test_nothing_that_only_the_citizen_may_read_is_in_them(reached: World, mailbox: Mailbox) -> None:
    dossier = life.in_work(reached)
    ask_supplement(dossier.pk, wanted=["Giấy tờ chứng minh"], reason=REASON, by=reached.minh, at=life.PROPOSED)

    assert heard(mailbox)[-1] == "cần bổ sung giấy tờ"
    for word in ("Bình", "Khai sinh", "khai sinh", REASON, "Giấy tờ chứng minh", "0912345678", reached.binh.number):
        assert word not in "".join(bodies(mailbox)), word


def test_a_refused_act_tells_nothing_and_a_result_at_the_desk_is_told_once(reached: World, mailbox: Mailbox) -> None:
    dossier = life.at_desk(reached)
    with pytest.raises(Refusal):
        return_result(dossier.pk, way=Channel.COUNTER, to=" ", by=reached.lan, at=life.RETURNED)
    other = officer("lam", "Trần Thị Lâm", reached.ward, Role.RECEPTION)
    assign(dossier.pk, to=other, by=reached.hoa, at=life.RETURNED)
    take_over(dossier.pk, by=other, at=life.RETURNED)

    assert heard(mailbox) == ["đã được tiếp nhận", "đã có kết quả"]


@pytest.mark.parametrize(("way", "said"), [(Channel.POST, "qua bưu chính"), (Channel.ONLINE, "trực tuyến")])
def test_who_has_it_sent_is_not_called_to_the_desk(reached: World, mailbox: Mailbox, way: Channel, said: str) -> None:
    dossier = life.settled(reached)
    Dossier.objects.filter(pk=dossier.pk).update(return_way=way)
    life.moved(reached, again(dossier), reached.minh, reached.lan, Role.RECEPTION)

    heard(mailbox)
    assert said in bodies(mailbox)[-1]
    assert "Mời" not in bodies(mailbox)[-1]


def test_refused_or_stopped_says_where_the_reason_is(reached: World, mailbox: Mailbox) -> None:
    refuse(life.received(reached).pk, reason=REASON, by=reached.lan, at=life.MOVED)
    at = moment("2025-07-01 08:00")
    Dossier.objects.filter(pk=(stopped := life.in_work(reached)).pk).update(received_at=at, due_at=None)
    terminate(stopped.pk, reason=REASON, by=reached.hoa, at=moment("2025-07-01 09:00"))

    assert sorted(heard(mailbox))[:1] + sorted(heard(mailbox))[-1:] == ["không được tiếp nhận", "đã được tiếp nhận"]
    assert "đã dừng giải quyết" in heard(mailbox)
    assert REASON not in "".join(bodies(mailbox))


def test_who_left_only_a_telephone_gets_a_short_message_and_who_left_nothing_none(world: World) -> None:
    life.received(world)
    assert not Message.objects.exists()

    Person.objects.filter(pk=world.binh.pk).update(phone="0912345678")
    world.binh.refresh_from_db()
    life.received(world)
    message = Message.objects.get()
    assert (message.channel, message.to) == ("sms", "0912345678")
    assert "Dossier" not in message.body


def test_the_part_of_another_unit_is_one_dossier_with_the_whole_for_the_citizen(reached: World) -> None:
    land = procedure(reached, "1.011441", "Đăng ký đất đai", "Đất đai", term=(10, "working_day"), special="land")
    reached.versions["soil"] = land
    whole = life.received(reached, "soil")
    link(whole.pk, unit=reached.elsewhere, by=reached.lan, at=life.MOVED)
    receive_leg(whole.pk, unit=reached.elsewhere, papers=reached.papers(land), by=reached.nam, at=life.MOVED)

    assert Message.objects.get().subject == f"Hồ sơ {whole.code}: đã được tiếp nhận"
