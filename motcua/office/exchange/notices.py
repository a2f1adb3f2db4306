"""What a citizen is told of a dossier: its code, its state, what to do and where; nothing else."""

from dataclasses import dataclass
from datetime import datetime

from motcua.language import Words
from motcua.office.exchange.models import Channel
from motcua.office.exchange.outbox import put

SUBJECT = Words(vi="Hồ sơ {code}: {state}", en="Dossier {code}: {state}")
BODY = Words(vi="Hồ sơ {code}: {state}. {advice}", en="Dossier {code}: {state}. {advice}")


@dataclass(frozen=True)
class Notice:
    """One piece of news: the state as a phrase, the advice as a sentence."""

    name: str
    state: Words
    advice: Words


@dataclass(frozen=True)
class Addressee:
    """Where a person can be reached; e-mail is taken before the phone, nothing is sent where both are empty."""

    email: str = ""
    phone: str = ""


def notify(notice: Notice, to: Addressee, *, key: str, at: datetime, **values: object) -> None:
    """Put a notice into the outbox: by e-mail in both languages, as a short message in Vietnamese alone."""
    channel, address = (Channel.EMAIL, to.email) if to.email else (Channel.SMS, to.phone)
    if not address:
        return
    state, advice = notice.state.vi.format(**values), notice.advice.vi.format(**values)
    body = BODY.vi.format(state=state, advice=advice, **values)
    if channel == Channel.EMAIL:
        english = {"state": notice.state.en.format(**values), "advice": notice.advice.en.format(**values)}
        body += "\n\n" + BODY.en.format(**english, **values)
    put(key, channel, address, SUBJECT.vi.format(state=state, **values), body, at)
