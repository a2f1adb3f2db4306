"""Guards of what is written by hand: nothing left blank, nothing longer than its place."""

from motcua.language import Refusal, Words, speak

REASON = Words(vi="lý do", en="the reason")
BLANK = Words(
    vi="Hồ sơ {code}: chưa ghi {what}; hãy ghi rõ để người dân và người kiểm tra hiểu được.",
    en="Dossier {code}: {what} is left blank; write it so that the citizen and an inspector understand.",
)
LONG = Words(
    vi="Hồ sơ {code}: {what} dài {length} ký tự; hãy rút gọn còn tối đa {limit} ký tự.",
    en="Dossier {code}: {what} has {length} characters; shorten it to {limit} at most.",
)


def written(text: str, code: str, what: Words = REASON, limit: int = 500) -> str:
    """The text without the blanks around it. Raises Refusal where nothing is left or it is too long."""
    kept = text.strip()
    if not kept:
        raise Refusal(BLANK, code=code, what=what.in_(speak()))
    if len(kept) > limit:
        raise Refusal(LONG, code=code, what=what.in_(speak()), length=len(kept), limit=limit)
    return kept
