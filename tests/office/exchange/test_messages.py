"""Messages to citizens: put in once, sent over real SMTP, tried again, given up, never sensitive."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django.fixtures import Settings

from motcua.language import Words
from motcua.office.exchange.models import Channel, Message
from motcua.office.exchange.notices import Addressee, Notice, notify
from motcua.office.exchange.outbox import delivered, put
from motcua.office.exchange.senders import Files, senders
from motcua.office.exchange.sending import PAUSES, send_due
from tests.office.apart import office
from tests.office.mailbox import Mailbox
from tests.world import moment

NINE = moment("2023-07-27 09:00")


def told(key: str = "1", to: str = "binh@example.vn", channel: Channel = Channel.EMAIL) -> Message:
    put(key, channel, to, "Hồ sơ H20.17.12-230727-0001: Đã xử lý xong", "Mời đến nhận kết quả.", NINE)
    return Message.objects.get(key=key)


def still(at: datetime) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: at


@pytest.mark.django_db
def test_a_message_goes_out_over_smtp_once(mailbox: Mailbox) -> None:
    told()
    told()

    assert send_due(senders(), still(NINE)) == (1, 0)
    assert send_due(senders(), still(NINE + timedelta(days=2))) == (0, 0)
    assert len(mailbox.raw) == 1
    assert b"Message-ID: <" in mailbox.raw[0]
    assert Message.objects.get().sent_at == NINE


@pytest.mark.django_db
def test_sent_and_delivered_are_told_apart(mailbox: Mailbox) -> None:
    told()
    assert not delivered("1", NINE)
    send_due(senders(), still(NINE))
    assert Message.objects.get().delivered_at is None

    assert delivered("1", NINE + timedelta(minutes=1))
    assert not delivered("1", NINE + timedelta(minutes=2))
    assert Message.objects.get().delivered_at == NINE + timedelta(minutes=1)


@pytest.mark.django_db
def test_a_message_that_fails_is_tried_after_growing_pauses_and_given_up(mailbox: Mailbox) -> None:
    told(to="no-one@example.vn")
    told("2")
    at, tried = NINE, []
    for _ in range(len(PAUSES) + 3):
        _, failed = send_due(senders(), still(at))
        tried.append(failed)
        at = Message.objects.get(key="1").try_after

    assert list(PAUSES) == sorted(PAUSES)
    assert tried == [1] * (len(PAUSES) + 1) + [0, 0]
    given_up = Message.objects.get(key="1")
    assert given_up.given_up_at is not None
    assert given_up.sent_at is None
    assert "550" in given_up.last_error
    assert len(mailbox.raw) == 1


@pytest.mark.django_db
def test_an_address_that_is_none_keeps_no_other_message_back(mailbox: Mailbox) -> None:
    told(to="binh@example@vn")
    told("2")

    assert send_due(senders(), still(NINE)) == (1, 1)
    assert (Message.objects.get(key="1").sent_at, Message.objects.get(key="2").sent_at) == (None, NINE)


@pytest.mark.django_db
def test_each_message_is_claimed_from_its_own_moment_on(mailbox: Mailbox) -> None:
    told()
    told("2")
    clock = iter(NINE + timedelta(minutes=minutes) for minutes in range(5))

    assert send_due(senders(), lambda: next(clock)) == (2, 0)
    claims = Message.objects.order_by("key").values_list("try_after", flat=True)
    assert list(claims) == [NINE + PAUSES[0], NINE + timedelta(minutes=2) + PAUSES[0]]


@pytest.mark.django_db
def test_nothing_is_tried_before_its_pause_is_over(mailbox: Mailbox) -> None:
    told(to="no-one@example.vn")
    send_due(senders(), still(NINE))

    assert send_due(senders(), still(NINE + PAUSES[0] - timedelta(seconds=1))) == (0, 0)
    assert Message.objects.get().attempts == 1


@pytest.mark.django_db
def test_a_server_that_is_gone_leaves_the_message_waiting(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    told()

    assert send_due(senders(), still(NINE)) == (0, 1)
    assert Message.objects.get().sent_at is None


@pytest.mark.django_db
def test_a_short_message_goes_to_a_file_in_development(mailbox: Mailbox, tmp_path: Path) -> None:
    message = told(to="0912345678", channel=Channel.SMS)
    call_command("send_messages", verbosity=0)

    assert "Mời đến nhận kết quả." in (tmp_path / "messages" / f"{message.pk}.txt").read_text("utf-8")
    assert isinstance(senders()[Channel.ZALO], Files)


@pytest.mark.django_db
def test_an_act_undone_sends_nothing(mailbox: Mailbox) -> None:
    with transaction.atomic():
        told()
        transaction.set_rollback(True)

    assert send_due(senders(), still(NINE)) == (0, 0)


@pytest.mark.django_db
def test_a_text_with_a_citizens_number_is_refused() -> None:
    for number in ("087090000011", "340123456"):
        with pytest.raises(ValueError, match="number"):
            put("1", Channel.SMS, "0912345678", "Hồ sơ", f"Công dân {number} đến nhận.", NINE)
    assert not Message.objects.exists()


@pytest.mark.django_db
def test_a_letter_is_in_both_languages_and_a_short_message_in_one() -> None:
    ready = Notice("ready", Words(vi="đã có kết quả", en="ready"), Words(vi="Mời đến {desk}.", en="Come to {desk}."))
    for key, to in enumerate((Addressee("binh@example.vn", "0912345678"), Addressee(phone="0912345678"), Addressee())):
        notify(ready, to, key=str(key), at=NINE, code="H20.17.12-230727-0001", desk="Phường 12")

    vietnamese = "Hồ sơ H20.17.12-230727-0001: đã có kết quả. Mời đến Phường 12."
    english = "Dossier H20.17.12-230727-0001: ready. Come to Phường 12."
    assert list(Message.objects.order_by("key").values_list("channel", "to", "body")) == [
        ("email", "binh@example.vn", f"{vietnamese}\n\n{english}"),
        ("sms", "0912345678", vietnamese),
    ]


PUT_MANY = """
import django; django.setup()
from django.db import transaction
from django.utils import timezone
from motcua.office.exchange.outbox import put
with transaction.atomic():
    for number in range(60):
        put(str(number), "email", f"to-{number}@example.vn", f"Message {number}", "Hello", timezone.now())
"""


def test_two_senders_at_once_send_each_message_once(server: tuple[Mailbox, int], tmp_path: Path) -> None:
    box, port = server
    with office(tmp_path, EMAIL_URL=f"smtp://127.0.0.1:{port}") as apart:
        apart.run("-c", PUT_MANY)
        both = [apart.start("manage.py", "send_messages") for _ in range(2)]
        said = [one.communicate(timeout=120)[0] for one in both]

    assert [one.returncode for one in both] == [0, 0]
    subjects = [line for raw in box.raw for line in raw.decode().splitlines() if line.startswith("Subject:")]
    assert sorted(subjects) == sorted(f"Subject: Message {number}" for number in range(60)), said
