"""The records that every layout of a table must give, and the titles their sheets carry."""

from datetime import date, datetime


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of July 2023, in Vietnamese time."""
    return datetime(2023, 7, day, hour, minute)  # noqa: DTZ001 - local, as cells are


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
                (
                    10,
                    "1.001193",
                    "Đăng ký khai sinh",
                    "Hộ tịch",
                    "counter",
                    "Nguyễn Văn Tĩnh",
                    "0912345678",
                    at(12, 9),
                    "returned",
                    0,
                ),
                (
                    11,
                    "1.001190",
                    "Chứng thực bản sao",
                    "Chứng thực",
                    "online",
                    "Trần Thị Mỹ Lệ",
                    "0912345679",
                    None,
                    "processing",
                    8000,
                ),
                (
                    12,
                    "2.000815",
                    "Hòa giải, tranh chấp",
                    "Đất đai",
                    "post",
                    "Lê Ngọc Ân",
                    "0712345670",
                    at(14, 16, 30),
                    "returned",
                    1250000,
                ),
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
