"""Invented documents that the tests of printing set."""

from datetime import date, datetime, timedelta, timezone

from motcua.printing import Annex, Heading, Item, OfficialDocument, Paragraph, Signer, Table

AT = datetime(2023, 8, 1, 9, 30, tzinfo=timezone(timedelta(hours=7)))
HOSTILE = '#panic("x") $a$ \\ @ref *đậm* _nghiêng_ `mã` <nhãn> {{ tên }} & </w:t>'
SENTENCE = "Bộ phận Một cửa niêm yết đủ thủ tục, phân công người trực và trả kết quả đúng hẹn cho người dân."
CODES = tuple((str(row), f"AB.12.345-{row:04}", SENTENCE, "01/02/2023", "05/02/2023", "04") for row in range(1, 61))

NOTICE = OfficialDocument(
    agency_above="Ủy ban nhân dân tỉnh An Bình",
    agency="Đoàn kiểm tra cải cách hành chính",
    place="An Bình",
    kind="Thông báo",
    notation="TB-ĐKT",
    on=date(2023, 8, 1),
    day_blank=True,
    summary="Kết luận kiểm tra tại Ủy ban nhân dân huyện Sông Tiền",
    bases=("Căn cứ Kế hoạch kiểm tra năm 2023 của Ủy ban nhân dân tỉnh An Bình;",),
    body=(
        Heading(1, "I. KẾT QUẢ KIỂM TRA"),
        Heading(2, "1. Chỉ đạo, điều hành"),
        Heading(3, "a) Mặt được"),
        Item(SENTENCE, ref="12"),
        Item("Người dân hài lòng ở mức cao;", level=2),
        Paragraph(HOSTILE, ref="3"),
        Table(("STT", "Đơn vị", "Đúng hạn"), (("1", "Xã Hòa Lợi", "97,82%"),), (1, 5, 2), caption="Bảng 1"),
    ),
    closing="Trên đây là kết luận kiểm tra./.",
    recipients=("Thành viên Đoàn kiểm tra;", "Lưu: VT"),
    signers=(Signer("Trưởng đoàn", "Nguyễn Thị Ánh", mode="TM. Đoàn kiểm tra"),),
    annexes=(
        Annex(
            "Phụ lục I",
            "Hồ sơ trả kết quả trễ hạn",
            (Table(("STT", "Mã hồ sơ", "Nội dung", "Nhận", "Hẹn", "Trễ"), CODES, (1, 3, 6, 2, 2, 1)),),
            landscape=True,
        ),
    ),
)

MINUTES = OfficialDocument(
    agency="Đoàn kiểm tra",
    place="An Bình",
    kind="Biên bản",
    on=date(2023, 2, 5),
    summary="Làm việc tại Ủy ban nhân dân xã Hòa Lợi",
    body=(Paragraph(SENTENCE),),
    signers=(
        Signer("Đại diện đoàn kiểm tra", "Trần Văn Bình", note="(Ký, ghi rõ họ tên)"),
        Signer("Đại diện đơn vị", "Lê Thị Cúc", note="(Ký, ghi rõ họ tên)"),
    ),
)
