"""Where keys are: what is to be signed goes to one of these, a raw signature comes back; no key leaves its holder."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Chain:
    """A signer's certificate and those that issued it up to the root, each as DER."""

    certificate: bytes
    issuers: tuple[bytes, ...] = ()


class Key(Protocol):
    """Someone or something that signs: a token beside an officer, a signing service, a file for a demonstration."""

    def chain(self) -> Chain:
        """The certificate by which what this key signs can be validated."""
        ...

    def sign(self, said: bytes) -> bytes:
        """RSASSA-PKCS1-v1_5 with SHA-256, or ECDSA with SHA-256, over the DER bytes `said`.

        Raises Refusal where the key does not answer or its holder refuses.
        """
        ...
