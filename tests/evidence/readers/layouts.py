"""The same records laid out in seven ways for each main table: what is written, and what must be read back."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from motcua.evidence.readers.folding import fold
from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT
from tests.evidence.readers.writers import write

VIETNAM = timezone(timedelta(hours=7))
EXCEL_ZERO = datetime(1899, 12, 30)


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of July 2023, in Vietnamese time."""
    return datetime(2023, 7, day, hour, minute)


# Records by table: contract column to value; a moment is a datetime, or a date where only the day is known.
RECORDS: dict[str, list[dict[str, object]]] = {
    "dossier": [
        {
            "dossier_id": f"H20.17.23-2307{day}-000{n}",
            "procedure_code": code,
            "procedure_name": name,
            "domain": domain,
            "channel": channel,
            "applicant": applicant,
            "submitter_phone": phone,
            "received": at(day, 8 + n, 15),
            "due": date(2023, 7, day + 3),
            "returned": returned,
            "status": status,
            "fee_due": fee,
            "competent_unit_id": "UBND xã Bình Thạnh",
            "supplement_requests": n - 1,
        }
        for n, (day, code, name, domain, channel, applicant, phone, returned, status, fee) in enumerate(
            [
                (10, "1.001193", "Đăng ký khai sinh", "Hộ tịch", "counter", "Nguyễn Văn Tĩnh", "0912345678", at(12, 9), "returned", 0),
                (11, "1.001190", "Chứng thực bản sao", "Chứng thực", "online", "Trần Thị Mỹ Lệ", "0912345679", None, "processing", 8000),
                (12, "2.000815", "Hòa giải, tranh chấp", "Đất đai", "post", "Lê Ngọc Ân", "0712345670", at(14, 16, 30), "returned", 1250000),
            ],
            1,
        )
    ],
    "book_entry": [
        {
            "book_kind": "tracking",
            "year": 2023,
            "serial": n,
            "dossier_id": f"H20.17.23-230710-000{n}",
            "received": at(10, 7 + n, 5),
            "due": date(2023, 7, 13),
            "returned": returned,
        }
        for n, returned in ((1, at(12, 14)), (2, None), (3, date(2023, 7, 13)))
    ],
    "outgoing_document": [
        {
            "document_id": f"VB{n:04d}",
            "number": f"{n}/UBND-VP",
            "kind": kind,
            "issued": date(2023, 7, 2 + n),
            "secret": n == 3,
            "person_signature": person,
            "agency_seal": seal,
        }
        for n, kind, person, seal in (
            (1, "Công văn", "valid", "valid"),
            (2, "Báo cáo", "valid", "none"),
            (3, "Quyết định", "none", "none"),
        )
    ],
    "payment": [
        {
            "payment_id": f"GD{n}",
            "dossier_id": f"H20.17.23-230710-000{n}",
            "kind": "Lệ phí",
            "amount": amount,
            "paid": at(10, 9 + n, 30),
            "channel": channel,
        }
        for n, amount, channel in ((1, 8000, "cash"), (2, 1250000, "online_national"), (3, 50000, "transfer"))
    ],
    "posting": [
        {
            "procedure_code": code,
            "place": "desk",
            "posted": date(2023, 1, 5),
            "removed": removed,
            "complete": complete,
            "qr": not complete,
        }
        for code, removed, complete in (
            ("1.001193", None, True),
            ("1.000894", date(2023, 6, 30), False),
            ("1.000656", None, True),
        )
    ],
    "report_due": [
        {
            "report_id": f"BC-{n}",
            "form_code": f"Biểu 0{n}/VPCP",
            "period": "Quý II/2023",
            "due": date(2023, 7, 15),
            "submitted": submitted,
        }
        for n, submitted in ((1, at(14, 10, 20)), (2, None), (3, at(17, 15, 45)))
    ],
    "obligation": [
        {
            "obligation_id": f"NV{n}",
            "kind": kind,
            "period": "Năm 2023",
            "basis": "Kế hoạch 09/KH-UBND",
            "due": date(2023, 1, 31),
            "fulfilled": fulfilled,
            "document_id": document,
        }
        for n, kind, fulfilled, document in (
            (1, "reform_plan", date(2023, 1, 20), "15/KH-UBND"),
            (2, "communication_plan", None, None),
            (3, "Kế hoạch khác", date(2023, 2, 10), "31/KH-UBND"),
        )
    ],
    "result": [
        {
            "result_id": f"KQ{n}",
            "dossier_id": f"H20.17.23-230710-000{n}",
            "procedure_code": "1.001193",
            "kind": "Giấy khai sinh",
            "issued": date(2023, 7, 12),
            "digitised": digitised,
            "pages_declared": 2,
            "pages_found": found,
            "person_signature": person,
            "agency_seal": seal,
            "stored": stored,
        }
        for n, digitised, found, person, seal, stored in (
            (1, at(12, 11), 2, "valid", "valid", True),
            (2, None, None, "none", "none", False),
            (3, at(13, 8, 5), 1, "invalid", "valid", True),
        )
    ],
    "slip": [
        {
            "slip_id": f"P{n}",
            "dossier_id": f"H20.17.23-230710-000{n}",
            "kind": kind,
            "number": f"0{n}/PXL",
            "issued": at(11, 13, 10 * n),
            "reason": reason,
            "new_due": new_due,
            "signed_by_head": reason is not None,
        }
        for n, kind, reason, new_due in (
            (1, "receipt", None, None),
            (2, "apology", "late", date(2023, 7, 20)),
            (3, "apology", "error", date(2023, 7, 21)),
        )
    ],
    "dossier_component": [
        {
            "dossier_id": "H20.17.23-230710-0001",
            "component_no": n,
            "name": name,
            "form": form,
            "quantity": n,
            "kept_original": kept,
            "digitised": not kept,
        }
        for n, name, form, kept in (
            (1, "Tờ khai", "original", True),
            (2, "Giấy chứng sinh", "certified_copy", False),
            (3, "Căn cước công dân", "data", False),
        )
    ],
}
HINTS = {
    "dossier": "DANH SÁCH HỒ SƠ ĐÃ TIẾP NHẬN",
    "book_entry": "SỔ THEO DÕI HỒ SƠ",
    "outgoing_document": "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
    "payment": "BẢNG KÊ THU PHÍ, LỆ PHÍ",
    "posting": "DANH MỤC THỦ TỤC NIÊM YẾT",
    "report_due": "TÌNH HÌNH NỘP BÁO CÁO",
    "obligation": "THEO DÕI NHIỆM VỤ PHẢI THỰC HIỆN",
    "result": "DANH SÁCH KẾT QUẢ GIẢI QUYẾT",
    "slip": "SỔ THEO DÕI PHIẾU",
    "dossier_component": "THÀNH PHẦN HỒ SƠ ĐÃ NHẬN",
}
# Headings by layout (seven columns of this table): "Parent/Child" stands in two lines.
_HEADINGS = """
dossier
dossier_id         | Mã hồ sơ          | Mã HS            | Hồ sơ/Mã hồ sơ              | Số hồ sơ             | Mã số hồ sơ              | Số biên nhận      | Thông tin hồ sơ/Mã HS
procedure_code     | Mã thủ tục        | Mã TTHC          | Hồ sơ/Mã TTHC               | Mã số TTHC           | Mã thủ tục hành chính    | Mã TTHC           | Thông tin hồ sơ/Mã TTHC
procedure_name     | Tên thủ tục       | Tên TTHC         | Hồ sơ/Tên TTHC              | Thủ tục hành chính   | Tên thủ tục hành chính   | Thủ tục           | Thông tin hồ sơ/Tên TTHC
domain             | Lĩnh vực          | Lĩnh vực         | Hồ sơ/Lĩnh vực              | Tên lĩnh vực         | Lĩnh vực                 | LV                | Thông tin hồ sơ/Lĩnh vực
channel            | Hình thức nộp     | Kênh nộp         | Hình thức tiếp nhận         | Cách thức nộp        | Hình thức nộp hồ sơ      | HT nộp            | Kênh tiếp nhận
applicant          | Chủ hồ sơ         | Tên chủ hồ sơ    | Tên cá nhân, tổ chức        | Người nộp            | Họ tên chủ hồ sơ         | Người yêu cầu     | Tổ chức, cá nhân
submitter_phone    | Số điện thoại     | SĐT              | Điện thoại                  | SĐT người nộp        | Số điện thoại người nộp  | Số ĐT             | Điện thoại
received           | Ngày tiếp nhận    | Ngày nhận        | Nhận và trả kết quả/Nhận hồ sơ | Thời gian tiếp nhận | Ngày nhận hồ sơ         | Tiếp nhận         | Thời gian/Nhận
due                | Ngày hẹn trả      | Hẹn trả          | Nhận và trả kết quả/Hẹn trả | Thời gian hẹn trả    | Ngày hẹn trả kết quả     | Ngày hẹn          | Thời gian/Hẹn trả
returned           | Ngày trả kết quả  | Ngày trả         | Nhận và trả kết quả/Trả kết quả | Thời gian trả kết quả | Ngày trả kết quả thực tế | Ngày trả KQ    | Thời gian/Trả
status             | Trạng thái        | Tình trạng       | Trạng thái hồ sơ            | Tình trạng hồ sơ     | Trạng thái xử lý         | Tình trạng xử lý  | Trạng thái
fee_due            | Lệ phí            | Phí, lệ phí      | Phí, lệ phí phải nộp        | Lệ phí               | Lệ phí phải thu          | Phí               | Tổng lệ phí
competent_unit_id  | Cơ quan giải quyết | CQ giải quyết   | Cơ quan chủ trì giải quyết  | Cơ quan xử lý        | Cơ quan có thẩm quyền    | CQ thụ lý         | Cơ quan thụ lý
supplement_requests | Số lần bổ sung   | SL bổ sung       | Số lần yêu cầu bổ sung      | Lần bổ sung          | Số lần bổ sung hồ sơ     | Số lần bổ sung    | Số lần YC bổ sung
book_entry
serial             | Số thứ tự         | STT              | STT                         | Số thứ tự trong sổ   | Số TT                    | Số vào sổ         | TT
book_kind          | Loại sổ           | Loại sổ          |                             | Tên sổ               | Loại sổ                  | Sổ                |
year               | Năm sổ            | Năm              |                             | Năm mở sổ            | Năm                      | Năm               |
dossier_id         | Mã hồ sơ          | Mã HS            | Mã hồ sơ                    | Số hồ sơ             | Mã số hồ sơ              | Số biên nhận      | Mã HS
received           | Ngày nhận hồ sơ   | Ngày nhận        | Nhận và trả kết quả/Nhận hồ sơ | Ngày tiếp nhận    | Thời gian nhận           | Nhận hồ sơ        | Nhận, trả/Nhận
due                | Ngày hẹn trả      | Hẹn trả          | Nhận và trả kết quả/Hẹn trả | Ngày hẹn             | Hẹn trả kết quả          | Hạn trả           | Nhận, trả/Hẹn
returned           | Ngày trả kết quả  | Ngày trả         | Nhận và trả kết quả/Trả kết quả | Trả kết quả      | Thời gian trả kết quả    | Trả KQ            | Nhận, trả/Trả
outgoing_document
document_id        | Mã văn bản        | Mã VB            | Văn bản/Mã văn bản          | Mã định danh văn bản | ID văn bản               | Mã VB             | Văn bản/Mã VB
number             | Số ký hiệu        | Số, ký hiệu      | Văn bản/Số ký hiệu          | Số và ký hiệu        | Số hiệu văn bản          | Số KH             | Văn bản/Số hiệu
kind               | Loại văn bản      | Loại VB          | Văn bản/Loại văn bản        | Tên loại văn bản     | Hình thức văn bản        | Thể loại          | Văn bản/Tên loại
issued             | Ngày ban hành     | Ngày VB          | Văn bản/Ngày tháng          | Ngày, tháng văn bản  | Ngày phát hành           | Ngày văn bản      | Văn bản/Ngày ký
secret             | Mật               | Văn bản mật      | Văn bản/Mật                 | VB mật               | Văn bản mật              | Mật               | Độ mật
person_signature   | Chữ ký số cá nhân | Ký số cá nhân    | Chữ ký số/Cá nhân           | CKS cá nhân          | Chữ ký số lãnh đạo       | Ký số lãnh đạo    | Ký số/Cá nhân
agency_seal        | Chữ ký số cơ quan | Ký số cơ quan    | Chữ ký số/Cơ quan           | CKS cơ quan          | Ký số của cơ quan        | Dấu số cơ quan    | Ký số/Cơ quan
payment
payment_id         | Mã giao dịch      | Số biên lai      | Giao dịch/Mã giao dịch      | Mã thanh toán        | Số chứng từ              | Mã GD             | Mã giao dịch
dossier_id         | Mã hồ sơ          | Mã HS            | Mã hồ sơ                    | Số hồ sơ             | Mã số hồ sơ              | Số biên nhận      | Mã HS
kind               | Loại khoản thu    | Khoản thu        | Giao dịch/Loại phí          | Tên phí, lệ phí      | Nội dung thu             | Loại phí          | Khoản thu
amount             | Số tiền           | Số tiền (VNĐ)    | Giao dịch/Số tiền           | Thành tiền           | Số tiền thanh toán       | Số tiền (đồng)    | Tiền/Số tiền đã nộp
paid               | Ngày thanh toán   | Ngày nộp         | Giao dịch/Ngày thanh toán   | Thời gian giao dịch  | Thời điểm thanh toán     | Ngày thu          | Tiền/Ngày nộp tiền
channel            | Hình thức thanh toán | HT thanh toán | Giao dịch/Hình thức         | Phương thức thanh toán | Kênh thanh toán        | Hình thức nộp     | Tiền/Hình thức thanh toán
posting
procedure_code     | Mã thủ tục        | Mã TTHC          | Thủ tục hành chính/Mã TTHC  | Mã số TTHC           | Mã thủ tục hành chính    | Mã số thủ tục     | Thủ tục/Mã thủ tục
place              | Nơi niêm yết      | Địa điểm niêm yết | Niêm yết/Nơi niêm yết      | Vị trí niêm yết      | Hình thức niêm yết       | Nơi công khai     | Niêm yết/Địa điểm niêm yết
posted             | Ngày niêm yết     | Niêm yết ngày    | Niêm yết/Ngày niêm yết      | Thời điểm niêm yết   | Ngày công khai           | Ngày niêm yết     | Niêm yết/Từ ngày
removed            | Ngày gỡ           | Ngày gỡ bỏ       | Niêm yết/Ngày gỡ            | Ngày tháo gỡ         | Ngày gỡ niêm yết         | Gỡ bỏ ngày        | Niêm yết/Đến ngày
complete           | Đầy đủ nội dung   | Đầy đủ           | Nội dung đầy đủ             | Niêm yết đầy đủ      | Đủ nội dung              | Đầy đủ            | Đầy đủ
qr                 | Mã QR             | QR               | Có mã QR                    | Mã QR                | QR code                  | Có mã QR          | QR
report_due
report_id          | Mã báo cáo        | Mã BC            | Báo cáo/Mã báo cáo          | ID báo cáo           | Mã báo cáo               | Mã BC             | Mã báo cáo
form_code          | Mã biểu mẫu       | Biểu mẫu         | Báo cáo/Biểu mẫu            | Biểu số              | Mẫu báo cáo              | Mã biểu           | Ký hiệu biểu
period             | Kỳ báo cáo        | Kỳ BC            | Báo cáo/Kỳ                  | Kỳ                   | Kỳ báo cáo               | Kỳ số liệu        | Kỳ
due                | Hạn nộp           | Thời hạn nộp     | Thời gian/Hạn nộp           | Hạn gửi              | Thời hạn gửi báo cáo     | Hạn báo cáo       | Nộp báo cáo/Hạn nộp
submitted          | Ngày nộp          | Ngày gửi         | Thời gian/Ngày nộp          | Thời điểm nộp        | Ngày nộp báo cáo         | Nộp ngày          | Nộp báo cáo/Ngày nộp
obligation
obligation_id      | Mã nghĩa vụ       | Mã nhiệm vụ      | Nhiệm vụ/Mã nhiệm vụ        | Mã nhiệm vụ định kỳ  | Mã nghĩa vụ              | Mã nhiệm vụ       | Mã nhiệm vụ
kind               | Nội dung phải thực hiện | Nhiệm vụ   | Nhiệm vụ/Nội dung nhiệm vụ  | Loại nhiệm vụ        | Văn bản phải ban hành    | Tên nhiệm vụ      | Nội dung
period             | Kỳ                | Kỳ thực hiện     | Kỳ thực hiện                | Giai đoạn            | Kỳ kế hoạch              | Kỳ                | Kỳ
basis              | Căn cứ            | Văn bản giao     | Căn cứ giao                 | Cơ sở pháp lý        | Văn bản căn cứ           | Căn cứ            | Căn cứ
due                | Hạn thực hiện     | Hạn hoàn thành   | Thời gian/Hạn hoàn thành    | Thời hạn             | Thời hạn ban hành        | Hạn               | Thực hiện/Thời hạn
fulfilled          | Ngày thực hiện    | Ngày hoàn thành  | Thời gian/Ngày hoàn thành   | Ngày ban hành        | Đã thực hiện ngày        | Hoàn thành ngày   | Thực hiện/Ngày thực hiện
document_id        | Văn bản thực hiện | Số văn bản       | Văn bản thực hiện           | Văn bản đã ban hành  | Số văn bản thực hiện     | Số ký hiệu        | Văn bản thực hiện
result
result_id          | Mã kết quả        | Số kết quả       | Kết quả/Mã kết quả          | ID kết quả           | Mã số kết quả            | Mã kết quả        | Kết quả/Mã kết quả
dossier_id         | Mã hồ sơ          | Mã HS            | Mã hồ sơ                    | Số hồ sơ             | Mã số hồ sơ              | Số biên nhận      | Mã HS
procedure_code     | Mã thủ tục        | Mã TTHC          | Mã TTHC                     | Mã số TTHC           | Mã thủ tục hành chính    | Mã TTHC           | Mã TTHC
kind               | Loại kết quả      | Tên kết quả      | Kết quả/Loại kết quả        | Loại giấy tờ         | Loại giấy tờ kết quả     | Loại kết quả      | Kết quả/Loại giấy tờ
issued             | Ngày cấp          | Ngày ký          | Kết quả/Ngày cấp            | Ngày ban hành        | Ngày cấp kết quả         | Cấp ngày          | Kết quả/Ngày ký
digitised          | Ngày số hóa       | Ngày số hoá      | Số hóa/Ngày số hóa          | Thời điểm số hóa     | Ngày số hóa kết quả      | Số hóa ngày       | Bản số hóa/Ngày số hóa
pages_declared     | Số trang          | Số trang kê khai | Số trang/Khai báo           | Số trang bản giấy    | Số trang trên giấy       | Số trang khai báo | Số trang/Khai báo
pages_found        | Số trang thực có  | Số trang tệp     | Số trang/Thực có            | Số trang bản quét    | Số trang trong tệp       | Số trang thực tế  | Số trang/Thực có
person_signature   | Chữ ký số cá nhân | Ký số cá nhân    | Chữ ký số/Cá nhân           | CKS cá nhân          | Ký số người có thẩm quyền | Chữ ký cá nhân   | Ký số/Cá nhân
agency_seal        | Chữ ký số cơ quan | Ký số cơ quan    | Chữ ký số/Cơ quan           | CKS cơ quan          | Ký số của cơ quan        | Chữ ký cơ quan    | Ký số/Cơ quan
stored             | Lưu kho dữ liệu   | Đã lưu kho       | Lưu kho                     | Lưu kho điện tử      | Đã lưu kho               | Lưu kho           | Lưu kho
slip
slip_id            | Mã phiếu          | ID phiếu         | Phiếu/Mã phiếu              | Mã số phiếu          | Mã phiếu                 | Mã giấy           | Phiếu/Mã phiếu
dossier_id         | Mã hồ sơ          | Mã HS            | Mã hồ sơ                    | Số hồ sơ             | Mã số hồ sơ              | Số biên nhận      | Mã HS
kind               | Loại phiếu        | Tên phiếu        | Phiếu/Loại phiếu            | Loại biểu mẫu        | Loại giấy                | Mẫu phiếu         | Phiếu/Loại
number             | Số phiếu          | Số hiệu phiếu    | Phiếu/Số                    | Số ký hiệu           | Số phiếu                 | Số giấy           | Phiếu/Số phiếu
issued             | Ngày lập          | Ngày cấp         | Phiếu/Ngày lập              | Ngày phát hành       | Ngày lập phiếu           | Ngày ban hành     | Phiếu/Ngày cấp
reason             | Lý do             | Nguyên nhân      | Lý do                       | Lý do lập phiếu      | Lý do xin lỗi            | Lý do             | Lý do
new_due            | Ngày hẹn lại      | Hẹn lại          | Ngày hẹn lại                | Ngày hẹn trả mới     | Ngày hẹn lại trả kết quả | Hẹn lại ngày      | Hẹn trả mới
signed_by_head     | Thủ trưởng ký     | Lãnh đạo ký      | Thủ trưởng ký               | Người đứng đầu ký    | Chữ ký thủ trưởng        | Lãnh đạo ký       | Thủ trưởng ký
dossier_component
dossier_id         | Mã hồ sơ          | Mã HS            | Mã hồ sơ                    | Số hồ sơ             | Mã số hồ sơ              | Số biên nhận      | Mã HS
component_no       | STT giấy tờ       | Thứ tự giấy tờ   | Giấy tờ/Số thứ tự           | Thành phần số        | Số thứ tự giấy tờ        | TT giấy tờ        | Thành phần/Thứ tự
name               | Tên giấy tờ       | Giấy tờ          | Giấy tờ/Tên giấy tờ         | Tên thành phần hồ sơ | Tên tài liệu             | Tên thành phần    | Thành phần/Tên thành phần
form               | Loại bản          | Hình thức bản    | Giấy tờ/Loại bản            | Bản chính/bản sao    | Dạng giấy tờ             | Bản nộp           | Thành phần/Loại bản
quantity           | Số lượng          | SL               | Giấy tờ/Số lượng            | Số bản               | Số lượng bản             | SL                | Thành phần/Số lượng
kept_original      | Giữ bản chính     | Lưu bản chính    | Giữ bản chính               | Có giữ bản chính     | Giữ bản gốc              | Giữ bản chính     | Giữ bản chính
digitised          | Đã số hóa         | Số hóa           | Số hóa                      | Được số hóa          | Đã số hoá                | Đã scan           | Số hóa
"""
WORDS: dict[str, tuple[object, ...]] = {  # a spelling by layout
    "counter": ("Trực tiếp", "truc tiep", "Nộp trực tiếp", "1", "TRỰC TIẾP", "Tại quầy", 1),
    "online": ("Trực tuyến", "truc tuyen", "DVC", "2", "Qua mạng", "Trực tuyến", 2),
    "post": ("Bưu điện", "BCCI", "Bưu chính công ích", "3", "Qua bưu điện", "bưu chính", 3),
    "returned": ("Đã trả kết quả", "10", "10. Đã trả kết quả", "Đã trả", "đã trả KQ", "10 - Đã trả kết quả", 10),
    "processing": ("Đang xử lý", "4", "4. Đang xử lý", "Đang giải quyết", "dang xu ly", "4 - Đang xử lý", 4),
    "tracking": ("Sổ theo dõi hồ sơ", "theo doi", "", "Sổ theo dõi", "Mẫu 06", "tracking", ""),
    "valid": ("Hợp lệ", "X", "Đã ký", "Có", "✓", "hop le", 1),
    "invalid": ("Không hợp lệ", "khong hop le", "Hết hạn", "invalid", "Lỗi", "Không hợp lệ", "Sai"),
    "none": ("Không", "-", "Chưa ký", "Không có", "Chưa", "khong", 0),
    "cash": ("Tiền mặt", "TM", "tiền mặt", "Trực tiếp", "Nộp tiền mặt", "tien mat", "cash"),
    "online_national": ("Cổng DVCQG", "DVCQG", "Cổng dịch vụ công quốc gia", "Payment Platform", "Qua cổng DVCQG", "cong dvcqg", "DVCQG"),
    "transfer": ("Chuyển khoản", "CK", "chuyển khoản", "Quét mã QR", "Ngân hàng", "chuyen khoan", "VietQR"),
    "receipt": ("Giấy tiếp nhận", "Mẫu 01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Biên nhận", "Giấy hẹn", "giay tiep nhan", "receipt"),
    "apology": ("Phiếu xin lỗi", "Mẫu 04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Thư xin lỗi", "Xin lỗi", "phieu xin loi", "apology"),
    "late": ("Trễ hạn", "qua han", "Quá hạn", "Chậm", "Hồ sơ trễ hạn", "tre han", "late"),
    "error": ("Sai sót", "sai sot", "Lỗi", "Có sai sót", "Nhầm lẫn", "sai", "error"),
    "original": ("Bản chính", "ban chinh", "Bản gốc", "Chính", "bản chính", "Gốc", "original"),
    "certified_copy": ("Bản sao chứng thực", "sao y", "Sao y bản chính", "Bản sao có chứng thực", "Bản sao chứng thực", "ban sao chung thuc", "certified_copy"),
    "desk": ("Bộ phận Một cửa", "bang niem yet", "Trụ sở", "Bảng niêm yết trụ sở", "Tại trụ sở", "mot cua", "desk"),
    "reform_plan": (
        "Kế hoạch CCHC",
        "ke hoach cai cach hanh chinh",
        "Kế hoạch cải cách hành chính",
        "Kế hoạch CCHC năm 2023",
        "Kế hoạch cải cách hành chính năm 2023",
        "Kế hoạch CCHC",
        "reform_plan",
    ),
    "communication_plan": (
        "Kế hoạch tuyên truyền",
        "ke hoach tuyen truyen",
        "Kế hoạch tuyên truyền CCHC",
        "Kế hoạch truyền thông",
        "Kế hoạch tuyên truyền cải cách hành chính năm 2023",
        "Kế hoạch tuyên truyền",
        "communication_plan",
    ),
    "data": ("Dữ liệu", "du lieu", "Khai thác dữ liệu", "CSDL", "dữ liệu", "Du lieu", "data"),
}
FLAGS = (("Có", "Không"), ("x", "-"), ("✓", "☐"), ("true", "false"), ("Rồi", "Chưa"), ("1", "0"), (1, 0))
MONEY: tuple[Callable[[int], object], ...] = (
    lambda n: n,
    lambda n: f"{n:,}".replace(",", ".") + " đ",
    lambda n: f"{n:,} VND",
    float,
    lambda n: f"{n:,}".replace(",", ".") + "đ" if n else "Miễn phí",
    lambda n: f"{n:,}".replace(",", "."),
    str,
)


def _clocked(day: str, clock: str, joined: Callable[[str, str], str]) -> Callable[[date], str]:
    return lambda m: joined(f"{m:{day}}", f"{m:{clock}}") if isinstance(m, datetime) else f"{m:{day}}"


def serial(moment: date) -> float:
    """As Excel counts: days since the end of 1899."""
    whole = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)
    return (whole - EXCEL_ZERO) / timedelta(days=1)


MOMENTS: tuple[Callable[[date], object], ...] = (
    lambda m: m,
    lambda m: f"{m.day}/{m.month}/{m.year}" + (f" {m:%H:%M}" if isinstance(m, datetime) else ""),
    _clocked("%d-%m-%Y", "%H:%M", lambda day, clock: f"{day} {clock}"),
    lambda m: m.replace(tzinfo=VIETNAM).isoformat() if isinstance(m, datetime) else m.isoformat(),
    lambda m: f"{m:%H} giờ {m:%M} phút, ngày {m.day}/{m.month}/{m.year}" if isinstance(m, datetime) else f"{m:%d/%m/%Y}",
    _clocked("%d/%m/%Y", "%H:%M", lambda day, clock: f"{clock} {day}"),
    serial,
)


@dataclass(frozen=True)
class Style:
    """How a layout is written besides its headings, words and values."""

    file: str
    titles: bool = False
    numbering: tuple[str, ...] = ()
    total: bool = False
    signed: bool = False
    backwards: bool = False
    spelt: Callable[[str], str] = str
    encoding: str = "utf-8-sig"
    delimiter: str = ";"


STYLES = (
    Style("mot.xlsx", titles=True, total=True, spelt=lambda h: h.replace(" ", "\n", 1)),
    Style("hai.csv", backwards=True, spelt=lambda h: fold(h).capitalize()),
    Style("ba.xls", titles=True, numbering=("(1)",), total=True, signed=True),
    Style("bon.ods", spelt=lambda h: f" {h} "),
    Style("nam.csv", titles=True, signed=True, spelt=lambda h: unicodedata.normalize("NFD", h), encoding="utf-16", delimiter="\t"),
    Style("sau.csv", backwards=True, spelt=str.upper, encoding="cp1258", delimiter=","),
    Style("bay.xlsx", titles=True, numbering=("A", "1"), backwards=True),
)


def headings(table: str) -> dict[str, tuple[str, ...]]:
    """Column to its heading in each layout."""
    lines = [line.split("|") for line in _HEADINGS.strip().splitlines()]
    starts = [n for n, line in enumerate(lines) if len(line) == 1] + [len(lines)]
    for start, end in zip(starts, starts[1:], strict=False):
        if lines[start][0].strip() == table:
            return {line[0].strip(): tuple(cell.strip() for cell in line[1:]) for line in lines[start + 1 : end]}
    raise KeyError(table)


def rendered(table: str, column: str, value: object, layout: int) -> object:
    """A value as the layout writes it."""
    kind = CONTRACT[table].columns[column].kind
    if value is None:
        return ""
    if kind is Kind.WORD:
        return WORDS[str(value)][layout] if str(value) in WORDS else value
    if kind is Kind.FLAG:
        return FLAGS[layout][not value]
    if kind is Kind.MONEY and isinstance(value, int):
        return MONEY[layout](value)
    if kind is Kind.MOMENT and isinstance(value, date):
        return MOMENTS[layout](value)
    return value


def lay_out(folder: Path, table: str, layout: int) -> Path:
    """Write one layout; a running number and a remark stand beside the columns."""
    style = STYLES[layout]
    columns = [(column, names[layout]) for column, names in headings(table).items() if names[layout]]
    if style.backwards:
        columns.reverse()
    numbered = table != "book_entry"
    heads = ["STT"] * numbered + [style.spelt(name) for _, name in columns] + ["Ghi chú"]
    body = [
        [n] * numbered + [rendered(table, column, record[column], layout) for column, _ in columns] + [""]
        for n, record in enumerate(RECORDS[table], 1)
    ]
    return _written(folder / style.file, style, HINTS[table], heads, body)


def _written(path: Path, style: Style, title: str, heads: list[str], body: list[list[object]]) -> Path:
    width = len(heads)
    rows: list[list[object]] = []
    if style.titles:
        rows += [["UBND XÃ BÌNH THẠNH"], [], ["", "", title], ["", "", "Năm 2023"]]
    lines, merges = _head_lines(heads, len(rows))
    rows += lines
    if style.numbering:
        start = len(style.numbering) - 1
        mark = "({})" if style.numbering == ("(1)",) else "{}"
        rows.append([*style.numbering[:start], *[mark.format(n + 1) for n in range(width - start)]])
    rows += body
    if style.total:
        rows.append(["", f"Tổng cộng: {len(body)}"])
    if style.signed:
        rows += [[], ["", "", "Bình Thạnh, ngày 30 tháng 7 năm 2023"], ["NGƯỜI LẬP", "", "CHỦ TỊCH"], ["", "", "(Ký, ghi rõ họ tên)"], ["Lê Văn Ba", "", "Võ Thị Tư"]]
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    return write(path, padded, merges, encoding=style.encoding, delimiter=style.delimiter)


def _head_lines(heads: list[str], top: int) -> tuple[list[list[object]], list[tuple[int, int, int, int]]]:
    """One line, or two where headings have parents: the parent once, merged over its children."""
    if not any("/" in head for head in heads) or all("/" not in head or head.strip().lower().startswith("bản chính") for head in heads):
        return [list(heads)], []
    parted = [head.split("/", 1) if "/" in head else [head, ""] for head in heads]
    parents = [parent if not at or parent != parted[at - 1][0] or not child else "" for at, (parent, child) in enumerate(parted)]
    merges = []
    for at, (parent, child) in enumerate(parted):
        if not child:
            merges.append((top, at, top + 1, at))
        elif parents[at]:
            end = at
            while end + 1 < len(parted) and parted[end + 1][0] == parent:
                end += 1
            merges.append((top, at, top, end))
    return [list(parents), [child for _, child in parted]], merges


def expected(table: str) -> list[dict[str, object]]:
    """What must be stored: moments as pairs of local day and UTC instant."""
    out = []
    for record in RECORDS[table]:
        stored: dict[str, object] = {}
        for column, value in record.items():
            if CONTRACT[table].columns[column].kind is Kind.MOMENT:
                known = isinstance(value, datetime)
                stored[f"{column}_on"] = value.date() if isinstance(value, datetime) else value
                stored[f"{column}_at"] = value.replace(tzinfo=VIETNAM).astimezone(UTC) if known else None  # type: ignore[union-attr]
            else:
                stored[column] = value
        out.append(stored)
    return out
