"""RFC 3161: asks a time-stamp authority when something existed; how the question travels is the caller's."""

from collections.abc import Callable
from secrets import randbits

from asn1crypto import cms, tsp

from motcua.language import Refusal, Words

_NO_STAMP = Words(
    vi="Máy chủ cấp dấu thời gian không trả lời đúng; hãy thử lại sau.",
    en="The time-stamp authority gave no proper answer; try again later.",
)


class TimeStamps:
    """An authority: `ask` takes a time-stamp request as DER and gives the response as DER."""

    def __init__(self, ask: Callable[[bytes], bytes]) -> None:
        self._ask = ask

    def token(self, digest: bytes) -> cms.ContentInfo:
        """The token for a SHA-256 digest. Raises Refusal where the answer is none, or not to this question."""
        nonce = randbits(63)
        imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest}
        asked = tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "nonce": nonce, "cert_req": True})
        try:
            answer = tsp.TimeStampResp.load(self._ask(asked.dump()))
            granted = answer["status"]["status"].native in {"granted", "granted_with_mods"}
            token = answer["time_stamp_token"]
            said = token["content"]["encap_content_info"]["content"].parsed
            same = said["message_imprint"]["hashed_message"].native == digest and said["nonce"].native == nonce
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            raise Refusal(_NO_STAMP) from error
        if not (granted and same):
            raise Refusal(_NO_STAMP)
        return token
