"""What a paper must say before it may be printed, each breach a sentence that names the paper and the remedy."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from itertools import pairwise

from motcua.language import Refusal, Words, moment

VIETNAM = timezone(timedelta(hours=7))
_NOTHING_LISTED = Words(
    vi="Hồ sơ {code}: danh mục trên phiếu để trống; phải ghi ít nhất một dòng.",
    en="Dossier {code}: the list on the slip is empty; it must have at least one line.",
)
_NO_REASON = Words(
    vi="Hồ sơ {code}: lý do «{reason}» để trống hoặc chỉ là mã lỗi; phải nêu lý do bằng lời, ít nhất ba từ.",
    en="Dossier {code}: the reason “{reason}” is empty or a mere error code; give it in words, three at least.",
)
_NOT_LATER = Words(
    vi="Hồ sơ {code}: hẹn lại {new} không sau hẹn cũ {old}; phải hẹn lại vào thời điểm muộn hơn.",
    en="Dossier {code}: the new time {new} is not after the old one {old}; it must be later.",
)
_OUT_OF_ORDER = Words(
    vi="Hồ sơ {code}: lần giao thứ {row} ({at}) trước lần giao liền trên ({above}); dòng mới chỉ được ghi tiếp theo.",
    en="Dossier {code}: hand-over {row} ({at}) is before the one above it ({above}); rows are only ever added after.",
)
_OVERWRITTEN = Words(
    vi="Hồ sơ {code}: dòng {row} của phiếu kiểm soát đã in bị sửa hoặc bỏ; giữ nguyên dòng cũ và ghi tiếp bên dưới.",
    en="Dossier {code}: row {row} of the control slip already printed was changed or dropped; keep it and add below.",
)
_GAP = Words(
    vi="Sổ năm {year}, quyển {volume}: sau số {before} là số {after}; số thứ tự phải liên tục, tiếp theo là {wanted}.",
    en="Book of {year}, volume {volume}: {after} follows {before}; serials run on without a gap, next is {wanted}.",
)


def aware(at: datetime) -> None:
    if at.utcoffset() is None:
        raise ValueError(f"the moment {at} names no zone")


def local(at: datetime) -> datetime:
    """The moment on the clocks of Vietnam."""
    return at.astimezone(VIETNAM)


def listed(lines: Sequence[object], code: str) -> None:
    if not lines:
        raise Refusal(_NOTHING_LISTED, code=code)


def worded(reason: str, code: str) -> None:
    if len(reason.split()) < 3:
        raise Refusal(_NO_REASON, code=code, reason=reason)


def later(old: datetime, new: datetime, code: str) -> None:
    if new <= old:
        raise Refusal(_NOT_LATER, code=code, old=moment(local(old)), new=moment(local(new)))


def in_order(moments: Sequence[datetime], code: str) -> None:
    for row, (above, at) in enumerate(pairwise(moments), start=2):
        if at < above:
            raise Refusal(_OUT_OF_ORDER, code=code, row=row, at=moment(local(at)), above=moment(local(above)))


def continued(rows: Sequence[object], earlier: Sequence[object], code: str) -> None:
    for row, old in enumerate(earlier):
        if row >= len(rows) or rows[row] != old:
            raise Refusal(_OVERWRITTEN, code=code, row=row + 1)


def consecutive(serials: Sequence[int], volume: int, year: int) -> None:
    for before, after in pairwise(serials):
        if after != before + 1:
            raise Refusal(_GAP, year=year, volume=volume, before=before, after=after, wanted=before + 1)
