"""The door messages leave by: e-mail over SMTP; SMS and Zalo by the same door, into files until one is connected."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from motcua.office.exchange.models import Channel, Message

SECONDS = 20  # less than the shortest pause between two attempts, so that no attempt overtakes another


class Sender(Protocol):
    """Hands one message over to who carries it on. Raises OSError where that did not take it."""

    def send(self, message: Message) -> None: ...


class Smtp:
    """E-mail by the server of the settings; the identifier is the same at each attempt, so that a mailbox sees it."""

    def send(self, message: Message) -> None:
        host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
        EmailMessage(
            message.subject,
            message.body,
            to=[message.to],
            connection=get_connection(timeout=SECONDS),
            headers={"Message-ID": f"<{message.pk}.{message.created_at:%Y%m%d%H%M%S%f}@{host}>"},
        ).send()


class Files:
    """For development: a file for each message, under its number."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, message: Message) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        said = f"{message.channel} {message.to}\n{message.subject}\n\n{message.body}\n"
        (self.folder / f"{message.pk}.txt").write_text(said, "utf-8")


def senders() -> Mapping[str, Sender]:
    """Who carries the messages of each channel."""
    files = Files(settings.DATA / "messages")
    return {Channel.EMAIL: Smtp(), Channel.SMS: files, Channel.ZALO: files}
