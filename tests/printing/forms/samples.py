"""Invented papers that the tests of forms print, each in both eras."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from motcua.printing import Signer
from motcua.printing.forms import (
    Apology,
    BookLine,
    CertificationBook,
    CertificationLine,
    Charge,
    ControlSlip,
    Dossier,
    FeeSlip,
    HandOver,
    Letterhead,
    Paper,
    Party,
    Receipt,
    Refusal,
    StockFlow,
    StockFlowRow,
    SupplementRequest,
    Termination,
    TrackingBook,
    Verdict,
)

VIETNAM = timezone(timedelta(hours=7))
AT = datetime(2026, 10, 8, 9, 30, tzinfo=VIETNAM)


def moment(year: int, month: int, day: int, hour: int = 8, minute: int = 30) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


HEADS = {
    2023: Letterhead(
        "Ủy ban nhân dân huyện Sông Tiền",
        "Ủy ban nhân dân xã Hòa Lợi",
        "Bộ phận Tiếp nhận và Trả kết quả xã Hòa Lợi",
        "Hòa Lợi",
    ),
    2026: Letterhead(
        "Ủy ban nhân dân xã Hòa Lợi",
        "Trung tâm Phục vụ hành chính công",
        "Trung tâm Phục vụ hành chính công xã Hòa Lợi",
        "Hòa Lợi",
    ),
}
PARTY = Party(
    "Nguyễn Thị Ánh Tuyết", "Ấp Bình Mỹ A, xã Hòa Lợi, tỉnh An Bình", "0900 000 123", "anh.tuyet@example.invalid"
)
LONG_NAME = (
    "Công ty trách nhiệm hữu hạn một thành viên Thương mại, Dịch vụ và Xuất nhập khẩu nông sản, thủy sản "
    "Đồng bằng sông Cửu Long - Chi nhánh huyện Sông Tiền"
)
LONG_PROCEDURE = (
    "Thủ tục đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp "
    "giải quyết tranh chấp, khiếu nại, tố cáo về đất đai; xử lý hợp đồng thế chấp; kê biên, đấu giá quyền sử dụng đất"
)
REASON = "Bản sao Giấy chứng nhận quyền sử dụng đất chưa được chứng thực và thiếu chữ ký của các bên trên hợp đồng."
HEAD_OF_AGENCY = Signer("Phó Chủ tịch", "Trần Văn Bình", mode="KT. Chủ tịch")
NAMES = (
    "Tờ khai đăng ký khai sinh theo mẫu",
    "Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp",
    "Giấy chứng nhận kết hôn của cha, mẹ",
    "Văn bản ủy quyền có chứng thực",
    "Giấy tờ chứng minh nơi cư trú",
    "Văn bản thỏa thuận của cha, mẹ về việc chọn họ, dân tộc và quê quán cho con khi cha, mẹ khác dân tộc",
    "Biên bản về việc trẻ bị bỏ rơi",
    "Cam đoan về việc sinh",
)


def dossier(year: int, party: Party = PARTY, procedure: str = "Đăng ký khai sinh") -> Dossier:
    received = moment(year, 7, 27)
    return Dossier(f"H20.17.23-{received:%y%m%d}-0001", "1.001193", procedure, party, received)


def papers(count: int) -> tuple[Paper, ...]:
    named = [NAMES[at % len(NAMES)] for at in range(count)]
    return tuple(Paper(no, name, "Bản chính" if no % 2 else "Bản sao", 1) for no, name in enumerate(named, start=1))


def receipt(year: int = 2023, count: int = 8, party: Party = PARTY, procedure: str = "Đăng ký khai sinh") -> Receipt:
    return Receipt(
        letterhead=HEADS[year],
        dossier=dossier(year, party, procedure),
        on=date(year, 7, 27),
        number=12,
        papers=papers(count),
        sets=1,
        term="03 ngày làm việc",
        due_at=moment(year, 8, 1, 16, 30),
        collect_at="Bộ phận Tiếp nhận và Trả kết quả",
        receiver="Lê Thị Cúc",
        fee=8000,
        volume="02",
        serial=417,
        lookup="https://dichvucong.example.invalid",
        hotline="1900 0000",
    )


def supplement(year: int = 2023) -> SupplementRequest:
    return SupplementRequest(
        letterhead=HEADS[year],
        dossier=dossier(year),
        on=date(year, 7, 28),
        number=3,
        wanted=("Giấy chứng sinh (bản chính)", "Văn bản ủy quyền có chứng thực theo quy định của pháp luật"),
        reason=REASON,
        officer="Lê Thị Cúc",
        contact="Lê Thị Cúc, số điện thoại 0900 000 456",
    )


def refusal(year: int = 2023, signer: Signer | None = None) -> Refusal:
    return Refusal(
        letterhead=HEADS[year],
        dossier=dossier(year),
        on=date(year, 7, 28),
        reason=REASON,
        officer="Lê Thị Cúc",
        signer=signer,
        contact="số điện thoại 0900 000 456",
    )


def apology(year: int = 2023) -> Apology:
    return Apology(
        letterhead=HEADS[year],
        dossier=dossier(year),
        on=date(year, 7, 31),
        number=5,
        notation="PXL-UBND",
        due_at=moment(year, 8, 1, 16, 30),
        reason="Cần xác minh thêm thông tin tại cơ quan đăng ký hộ tịch nơi cư trú trước đây.",
        new_due_at=moment(year, 8, 8, 16, 30),
        signer=HEAD_OF_AGENCY,
    )


def termination(year: int = 2026) -> Termination:
    return Termination(
        letterhead=HEADS[year],
        dossier=dossier(year),
        on=date(year, 8, 3),
        number=9,
        notation="TB-UBND",
        stopped_at=moment(year, 8, 3, 10, 0),
        reason="Người nộp hồ sơ không bổ sung giấy tờ trong thời hạn đã thông báo.",
        signer=HEAD_OF_AGENCY,
        contact="số điện thoại 0900 000 456",
    )


def hand_overs(year: int, count: int) -> tuple[HandOver, ...]:
    desk, land = HEADS[year].desk, "Công chức Tư pháp - Hộ tịch"
    done = [
        HandOver(
            desk if step % 2 == 0 else land,
            land if step % 2 == 0 else desk,
            moment(year, 7, 28 if step else 27, 14, step),
            moment(year, 7, 28 if step else 27, 14, step + 5),
            "Lê Thị Cúc",
            "Phạm Quốc Dũng",
            (Verdict.EARLY, Verdict.ON_TIME, Verdict.LATE)[step % 3],
            "" if step else "Hồ sơ nhận trước 15 giờ",
        )
        for step in range(count - 1)
    ]
    return (*done, HandOver(land, desk, moment(year, 7, 31), None, "Phạm Quốc Dũng", ""))


def control(year: int = 2023, count: int = 2) -> ControlSlip:
    return ControlSlip(
        letterhead=HEADS[year],
        dossier=dossier(year),
        on=date(year, 7, 27),
        settling="Ủy ban nhân dân xã Hòa Lợi",
        cooperating=("Công an xã Hòa Lợi",),
        rows=hand_overs(year, count),
    )


def fee(year: int = 2023) -> FeeSlip:
    return FeeSlip(
        letterhead=HEADS[year],
        dossier=dossier(year),
        on=date(year, 7, 27),
        charges=(Charge("Lệ phí đăng ký khai sinh", 8000), Charge("Phí cấp bản sao trích lục hộ tịch", 16000)),
        collector="Lê Thị Cúc",
        method="Tiền mặt",
        paid_at=moment(year, 7, 27, 8, 45),
    )


def tracking(year: int = 2023, count: int = 40, first: int = 1, *, closed: bool = True) -> TrackingBook:
    return TrackingBook(
        letterhead=HEADS[year],
        year=year,
        opened_on=date(year, 7, 3),
        closed_on=date(year, 12, 29) if closed else None,
        lines=tuple(_line(year, serial) for serial in range(first, first + count)),
    )


def _line(year: int, serial: int) -> BookLine:
    received = date(year, 7, 3) + timedelta(days=serial // 30)
    return BookLine(
        serial=serial,
        code=f"H20.17.23-{received:%y%m%d}-{serial:04}",
        procedure=LONG_PROCEDURE if serial % 9 == 0 else "Đăng ký khai sinh",
        sets=1,
        party=replace(PARTY, name=LONG_NAME) if serial % 13 == 0 else PARTY,
        settling="Ủy ban nhân dân xã Hòa Lợi",
        received_on=received,
        due_on=received + timedelta(days=3),
        returned_on=received + timedelta(days=2) if serial % 4 else None,
        way="Trực tiếp",
    )


def certification(year: int = 2023, count: int = 5) -> CertificationBook:
    return CertificationBook(
        letterhead=HEADS[year],
        year=year,
        opened_on=date(year, 7, 3),
        volume=2,
        lines=tuple(
            CertificationLine(
                serial=300 + at,
                on=date(year, 7, 4),
                requester="Nguyễn Thị Ánh Tuyết",
                kind="Bản sao từ bản chính",
                document="Giấy chứng nhận quyền sử dụng đất",
                copies=2,
                signer="Trần Văn Bình",
                fee=12000,
            )
            for at in range(count)
        ),
    )


BALANCED = (
    StockFlowRow("Hộ tịch", 12, 640, 88, 600, 110, 20, 8, 2),
    StockFlowRow("Chứng thực", 0, 0, 1530, 1500, 30, 0, 0, 0),
    StockFlowRow("Đất đai, môi trường và tài nguyên nước thuộc thẩm quyền cấp xã", 40, 55, 60, 70, 40, 15, 20, 10),
)


def stock_flow(year: int = 2023, rows: tuple[StockFlowRow, ...] = BALANCED) -> StockFlow:
    return StockFlow(
        letterhead=HEADS[year],
        since=date(year, 6, 15),
        until=date(year, 9, 14),
        rows=rows,
        on=date(year, 9, 15),
        signer=HEAD_OF_AGENCY,
    )
