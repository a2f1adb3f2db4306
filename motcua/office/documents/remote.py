"""Keys that a signing service keeps for the officers of this office and for its agencies' seals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.documents.acts.asking import answer_many, ask_many
from motcua.office.documents.models import Asked, Capacity
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import authorise
from motcua.signing.keys import Chain
from motcua.signing.remote import RemoteKey
from motcua.signing.remote_wire import Wire

NO_SERVICE = Words(
    vi="Cơ quan chưa kết nối dịch vụ ký số từ xa; hãy ký bằng USB token.",
    en="No remote signing service is connected; sign with a USB token.",
)

NEW_CODE = Words(
    vi="Mỗi mã xác nhận chỉ ký được {count} tệp ở dịch vụ ký này; hãy yêu cầu mã mới để ký phần còn lại.",
    en="One code signs {count} at this signing service; ask for a new code to sign the rest.",
)


class AskMany(Protocol):
    """Of each thing, by its key, the request or why none is made."""

    def __call__(
        self, keys: Iterable[int], capacity: Capacity, chain: Chain, /, *, by: Officer, at: datetime
    ) -> Sequence[Asked | Refusal]: ...


class AnswerMany(Protocol):
    """Of each request, by its key, the request answered or why it is not."""

    def __call__(
        self, signatures: Iterable[tuple[int, bytes]], /, *, by: Officer, at: datetime
    ) -> Sequence[Asked | Refusal]: ...


@dataclass(frozen=True)
class Asking:
    """How one kind of thing is asked for and answered, many at once."""

    ask: AskMany
    answer: AnswerMany


DOCUMENTS = Asking(ask_many, answer_many)


def there() -> bool:
    """Whether a service is connected."""
    return bool(settings.SIGNING_SERVICE)


def key_of(officer: Officer, capacity: Capacity, unit: Unit, code: Callable[[], str] = str) -> RemoteKey:
    """The key there of an officer or of the unit's seal. `code` gives the one-time code that its holder was sent.

    A credential is called by the officer's name of sign-in, that of a seal by the unit's code. Raises Refusal where
    no service is connected.
    """
    if not there():
        raise Refusal(NO_SERVICE)
    credential = officer.username if capacity == Capacity.PERSON else f"seal-{unit.unit_id}"
    return RemoteKey(Wire(settings.SIGNING_SERVICE, settings.SIGNING_BEARER), credential, code)


def send_code(by: Officer, capacity: Capacity, unit: Unit, at: datetime) -> None:
    """Has the service send its one-time code to whoever holds the key: the officer's own, or the unit's for its clerk.

    Raises NotAllowed where the officer puts no seal of the unit on anything.
    """
    if capacity == Capacity.AGENCY:
        authorise(by, "document.seal", unit, None, timezone.localdate(at))
    key_of(by, capacity, unit).send_code()


def sign_all(  # noqa: PLR0913
    keys: Sequence[int],
    capacity: Capacity,
    unit: Unit,
    code: str,
    *,
    by: Officer,
    at: datetime,
    asking: Asking = DOCUMENTS,
) -> list[Asked | Refusal]:
    """As many signed as the service signs with one code; what one is refused for does not hold up the others.

    Of those beyond, each is refused until a new code comes; asked for again, it is the same. Raises Refusal where the
    service does not sign at all; what was asked for then stays open, to be answered later.
    """
    key = key_of(by, capacity, unit, lambda: code)
    asked = asking.ask(keys, capacity, key.chain(), by=by, at=at)
    waiting = [one for one in asked if isinstance(one, Asked) and one.answered_at is None]
    made = key.sign_many([bytes(one.said) for one in waiting]) if waiting else []
    signed, left = waiting[: len(made)], waiting[len(made) :]
    answers = asking.answer(zip([one.pk for one in signed], made, strict=True), by=by, at=at)
    done = dict(zip([one.pk for one in signed], answers, strict=True))
    done |= {one.pk: Refusal(NEW_CODE, count=len(made)) for one in left}
    return [done.get(one.pk, one) if isinstance(one, Asked) else one for one in asked]
