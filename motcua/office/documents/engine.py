"""What signs, fills in and validates PDF, as documents need it; which one is in use the settings name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from motcua.language import Refusal, Words
from motcua.printing import Place
from motcua.signing.keys import Chain

NO_ENGINE = Words(
    vi="Máy chủ chưa được cài phần ký số; hãy ký trên giấy, hoặc báo người quản trị.",
    en="Digital signing is not set up on this server; sign on paper, or tell the administrator.",
)


@dataclass(frozen=True)
class Prepared:
    """What a key signs, and what is kept until its signature comes."""

    said: bytes
    kept: bytes


@dataclass(frozen=True)
class Why:
    """A code of `motcua.signing.reasons`, of which field of the PDF, and whom its certificate names."""

    code: str
    field: str = ""
    name: str = ""


@dataclass(frozen=True)
class Validated:
    """`valid`, `invalid`, `none` or `unknown` for each, and why those are so that are not valid."""

    person: str
    agency: str
    reasons: tuple[Why, ...] = ()
    bound: str = ""  # on how much of the trust list it depends; empty: on all of it
    until: datetime | None = None  # when something else may be found though the list stays


class Engine(Protocol):
    """Every method raises Refusal where the PDF does not let it."""

    def trust(self, bound: str = "") -> str:
        """Which version of the trust list it holds signatures against, as far as what is so bound depends on it."""
        ...

    def ready(self, pdf: bytes, places: Mapping[str, Place]) -> bytes:
        """The PDF with fields to be filled in after the first signature, and to be signed."""
        ...

    def prepare(self, pdf: bytes, capacity: str, chain: Chain, at: datetime, says: str = "") -> Prepared:
        """The PDF with room for the signature of a `person` or an `agency`.

        It looks like handwriting or a seal; where it `says` something, like that line with the moment under it.
        """
        ...

    def complete(self, kept: bytes, signature: bytes, at: datetime) -> bytes:
        """The prepared PDF with the signature that came, with a time stamp where an authority is set."""
        ...

    def answers(self) -> None:
        """Raises Refusal where a time-stamp authority is set and does not answer."""
        ...

    def archive(self, pdf: bytes) -> bytes:
        """The PDF with what proves its signatures, under a time stamp of the whole."""
        ...

    def fill(self, pdf: bytes, values: Mapping[str, str], at: datetime) -> bytes:
        """The fields filled in so that signatures before stay valid."""
        ...

    def validate(self, pdf: bytes, at: datetime) -> Validated:
        """What is found on a PDF that the office made."""
        ...

    def validate_apart(self, pdf: bytes, at: datetime) -> Validated:
        """What is found on a PDF whoever made it; one made to harm takes bounded time and memory."""
        ...


def engine() -> Engine:
    """The one in use. Raises Refusal where none is."""
    if not (named := getattr(settings, "SIGNING_ENGINE", "")):
        raise Refusal(NO_ENGINE)
    return cast(Engine, import_string(named)())


def there() -> bool:
    """Whether one is in use."""
    return bool(getattr(settings, "SIGNING_ENGINE", ""))
