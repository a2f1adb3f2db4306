"""What templates and forms may name without being told: `{{ chu_ho_so }}`; and texts with these names filled in."""

import re
from collections.abc import Iterable, Mapping

from motcua.language import Refusal, Words, speak

STANDING = {
    "co_quan": Words(vi="tên cơ quan ban hành", en="the agency that issues it"),
    "co_quan_tren": Words(vi="tên cơ quan cấp trên", en="the agency above"),
    "dia_danh": Words(vi="địa danh", en="the place"),
    "ky_hieu": Words(vi="ký hiệu văn bản", en="the notation"),
    "loai_van_ban": Words(vi="tên loại văn bản", en="the kind"),
    "trich_yeu": Words(vi="trích yếu nội dung", en="the summary"),
    "noi_nhan": Words(vi="nơi nhận, mỗi dòng một nơi", en="the recipients, one a line"),
    "hinh_thuc_ky": Words(vi="hình thức ký (TM., KT.…)", en="the line over the title (TM., KT., …)"),
    "chuc_danh": Words(vi="chức danh người ký", en="the title of who signs"),
    "nguoi_ky": Words(vi="họ tên người ký", en="the name of who signs"),
    "ma_kiem_tra": Words(vi="mã kiểm tra văn bản", en="the code by which the document is checked"),
}
OF_DOSSIER = {
    "ma_ho_so": Words(vi="mã hồ sơ", en="the code of the dossier"),
    "thu_tuc": Words(vi="tên thủ tục", en="the name of the procedure"),
    "ma_thu_tuc": Words(vi="mã thủ tục", en="the code of the procedure"),
    "linh_vuc": Words(vi="lĩnh vực", en="the domain"),
    "noi_dung_de_nghi": Words(vi="nội dung đề nghị", en="what is asked for"),
    "chu_ho_so": Words(vi="tên chủ hồ sơ", en="the applicant"),
    "so_giay_to": Words(vi="số định danh hoặc mã số của chủ hồ sơ", en="the applicant's number"),
    "dia_chi": Words(vi="địa chỉ chủ hồ sơ", en="the applicant's address"),
    "nguoi_nop": Words(vi="tên người nộp hồ sơ", en="who handed it in"),
    "ngay_tiep_nhan": Words(vi="ngày tiếp nhận", en="the day of reception"),
    "ngay_hen_tra": Words(vi="ngày hẹn trả kết quả", en="the day when it is due"),
    "ngay_giai_quyet": Words(vi="ngày giải quyết xong", en="the day when it was settled"),
    "so_ket_qua": Words(vi="số của kết quả", en="the number of its result"),
    "co_quan_giai_quyet": Words(vi="cơ quan giải quyết", en="the unit that decides"),
}
KNOWN = frozenset([*STANDING, *OF_DOSSIER])
NAMED = re.compile(r"\{\{\s*(\w+)\s*\}\}")
NO_DOSSIER = Words(
    vi="Nội dung cần {what} (chỗ điền {name}) nhưng văn bản chưa ghi mã hồ sơ; hãy ghi mã hồ sơ.",
    en="The text needs {what} (placeholder {name}), but no dossier is named; write its code.",
)
NOT_KNOWN = Words(
    vi="Hồ sơ {code} chưa có {what} (chỗ điền {name}); hãy bổ sung vào hồ sơ hoặc bỏ chỗ điền này.",
    en="Dossier {code} does not tell {what} (placeholder {name}) yet; add it there, or leave that placeholder out.",
)
UNKNOWN = Words(
    vi="Không có chỗ điền nào tên “{name}”; hãy dùng tên trong danh sách ở trang Giao ký, biểu mẫu.",
    en="No placeholder is called “{name}”; use one of the list on the page of delegations and templates.",
)


def told(names: Iterable[str], values: Mapping[str, str]) -> None:
    """Raises Refusal where something of a dossier is named that is not known."""
    for name in names:
        if name in OF_DOSSIER and name not in values:
            code, what = values.get("ma_ho_so", ""), OF_DOSSIER[name].in_(speak())
            raise Refusal(NOT_KNOWN if code else NO_DOSSIER, code=code, what=what, name=name)


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """The text with each `{{ name }}` as its value. Raises Refusal where one is not known."""
    wanted = NAMED.findall(text)
    told(wanted, values)
    if unknown := [name for name in wanted if name not in values]:
        raise Refusal(UNKNOWN, name=unknown[0])
    return NAMED.sub(lambda found: values[found[1]], text)
