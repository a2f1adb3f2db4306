"""What a citizen is told of a dossier: its code and its state, nothing else."""

from dataclasses import dataclass
from datetime import datetime

from motcua.language import Words
from motcua.office.exchange.models import Channel
from motcua.office.exchange.outbox import put

SUBJECT = Words(vi="Hồ sơ {code}: {state}", en="Dossier {code}: {state}")
BODY = Words(
    vi="Hồ sơ {code} đang ở trạng thái: {state}. Tra cứu bằng mã hồ sơ tại Bộ phận Một cửa.",
    en="Dossier {code} is now: {state}. Ask with its code at the one-stop desk.",
)


@dataclass(frozen=True)
class Addressee:
    """Where a person can be reached; e-mail is taken before the phone, nothing is sent where both are empty."""

    email: str = ""
    phone: str = ""


def notify(code: str, state: str, to: Addressee, *, key: str, at: datetime) -> None:
    """Put a notice of the dossier's state into the outbox, in Vietnamese as all letters of the office."""
    channel, address = (Channel.EMAIL, to.email) if to.email else (Channel.SMS, to.phone)
    if address:
        said = {"code": code, "state": state}
        put(key, channel, address, SUBJECT.vi.format(**said), BODY.vi.format(**said), at)
