"""Which forms a one-stop desk prints for a dossier: those of the circular in force on the day of reception."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from motcua.language import Refusal, Words, day

Size = Literal["A5", "A4"]
_NO_SET = Words(
    vi="Ngày {on}: chưa có bộ mẫu nào; các mẫu của Thông tư 01/2018/TT-VPCP có hiệu lực từ {since}.",
    en="{on}: no set of forms is known; the forms of circular 01/2018/TT-VPCP are in force from {since}.",
)
_NO_FORM = Words(
    vi="Bộ mẫu của {circular} không có «{form}»; hồ sơ chỉ dùng mẫu của bộ có hiệu lực vào ngày tiếp nhận.",
    en="The set of {circular} has no form «{form}»; a dossier takes forms of the set in force on its day of reception.",
)


class FormName(StrEnum):
    """The papers that the circulars know; the value says it in Vietnamese where a form is missing from a set."""

    RECEIPT = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    SUPPLEMENT = "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
    REFUSAL = "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
    APOLOGY = "Xin lỗi khi quá hạn"
    TERMINATION = "Thông báo dừng giải quyết hồ sơ"
    CONTROL_SLIP = "Phiếu kiểm soát quá trình giải quyết hồ sơ"
    TRACKING_BOOK = "Sổ theo dõi hồ sơ"


@dataclass(frozen=True)
class FormKind:
    """A form of a circular: its number there, its title then, the sheet it is printed on."""

    name: FormName
    number: str
    title: str
    size: Size = "A5"


@dataclass(frozen=True)
class FormSet:
    """The forms of a circular; `until` is the first day no longer in force."""

    circular: str
    since: date
    until: date | None
    forms: tuple[FormKind, ...]

    def form(self, name: FormName) -> FormKind:
        """The form of that name; raises a Refusal where this circular has none."""
        for form in self.forms:
            if form.name == name:
                return form
        raise Refusal(_NO_FORM, circular=self.circular, form=name.value)


def _kind(name: FormName, number: str, title: str = "", size: Size = "A5") -> FormKind:
    return FormKind(name, number, title or name.value, size)


_CHANGE = date(2025, 7, 1)
_OF_2018 = FormSet(
    "Thông tư 01/2018/TT-VPCP",
    date(2019, 1, 6),
    _CHANGE,
    (
        _kind(FormName.RECEIPT, "01"),
        _kind(FormName.SUPPLEMENT, "02"),
        _kind(FormName.REFUSAL, "03"),
        _kind(FormName.APOLOGY, "04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả"),
        _kind(FormName.CONTROL_SLIP, "05"),
        _kind(FormName.TRACKING_BOOK, "06", size="A4"),
    ),
)
# numbers and names of the annex of 2025 are from second hand; it was not seen to change sizes or other titles
_OF_2025 = FormSet(
    "Thông tư 03/2025/TT-VPCP",
    _CHANGE,
    None,
    (
        _kind(FormName.RECEIPT, "01"),
        _kind(FormName.SUPPLEMENT, "02"),
        _kind(FormName.REFUSAL, "03"),
        _kind(FormName.APOLOGY, "04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"),
        _kind(FormName.TERMINATION, "05"),
        _kind(FormName.CONTROL_SLIP, "06"),
        _kind(FormName.TRACKING_BOOK, "07", size="A4"),
    ),
)


def forms_on(day_received: date) -> FormSet:
    """The set of forms in force on the day of reception; raises a Refusal before the first known set."""
    if day_received < _OF_2018.since:
        raise Refusal(_NO_SET, on=day(day_received), since=day(_OF_2018.since))
    return _OF_2018 if day_received < _CHANGE else _OF_2025
