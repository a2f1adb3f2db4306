"""Repairs that need to look into several sheets: missing lines, forms, letters, and results issued too late."""

from datetime import datetime

from tests.examples.sheets import Change, Records, Row
from tools.example_cao_lanh.books import Cell, shown

X, H = "xa-binh-thanh/", "huyen-cao-lanh/"
DOSSIERS, BOOK, CERTIFIED = f"{X}ho-so-mot-cua.xlsx", f"{X}so-theo-doi-mau-06.xls", f"{X}so-chung-thuc.csv"


def codes(rows: list[dict[str, Cell]]) -> set[str]:
    return {shown(row["Mã hồ sơ"]) for row in rows}


def commune_dossiers(records: Records) -> list[dict[str, Cell]]:
    return [row for row in records.rows(DOSSIERS) if shown(row["Lĩnh vực"])]


def enter_in_book(records: Records) -> None:
    """Every dossier of the commune stands in its book, every line shows when the result was given."""
    known = codes(records.rows(BOOK)) | codes(records.rows(CERTIFIED))
    missing = [
        row
        for row in commune_dossiers(records)
        if shown(row["Mã hồ sơ"]) not in known and not shown(row["Mã hồ sơ liên thông"])
    ]
    lines = [
        {
            "STT": 9000 + number,
            "Mã hồ sơ": row["Mã hồ sơ"],
            "Ngày nhận hồ sơ": row["Ngày tiếp nhận"],
            "Ngày hẹn trả": row["Ngày hẹn trả"],
            "Ngày trả kết quả": row["Ngày trả kết quả"],
        }
        for number, row in enumerate(missing, start=1)
    ]
    records.change(
        Change(BOOK, where={"Ngày trả kết quả": ""}, set={"Ngày trả kết quả": lambda r: r["Ngày hẹn trả"]}, add=lines)
    )


def keep_linked_book(records: Records) -> None:
    """A book of the land dossiers that the district sent down."""
    linked = [row for row in commune_dossiers(records) if shown(row["Mã hồ sơ liên thông"])]
    grid: list[list[Cell]] = [
        ["SỔ LIÊN THÔNG ĐẤT ĐAI NĂM 2023"],
        ["Số thứ tự", "Đơn vị", "Mã hồ sơ", "Ngày nhận", "Ngày trả"],
    ]
    grid += [
        [number, "30127", row["Mã hồ sơ"], row["Ngày tiếp nhận"], row["Ngày trả kết quả"]]
        for number, row in enumerate(linked, start=1)
    ]
    records.add_file(f"{X}so-lien-thong-dat-dai.csv", grid)


def give_forms(records: Records) -> None:
    """Receipt, control slip and steps for the dossiers that were settled early without any."""
    given = codes(records.rows(f"{X}phieu.xlsx"))
    bare = [
        row
        for row in commune_dossiers(records)
        if shown(row["Tên thủ tục"]) == "Cấp Giấy xác nhận tình trạng hôn nhân" and shown(row["Mã hồ sơ"]) not in given
    ]
    slips = [_slip(row, kind) for row in bare for kind in ("Giấy tiếp nhận và hẹn trả", "Phiếu kiểm soát")]
    steps = [
        {
            "Mã hồ sơ": row["Mã hồ sơ"],
            "Bước số": 1,
            "Thời điểm giao": row["Ngày tiếp nhận"],
            "Thời điểm nhận": row["Ngày tiếp nhận"],
            "Thời điểm xử lý xong": row["Ngày tiếp nhận"],
        }
        for row in bare
    ]
    records.change(Change(f"{X}phieu.xlsx", add=slips))
    records.change(Change(f"{X}qua-trinh-xu-ly.csv", add=steps))


def _slip(row: Row, kind: str) -> Row:
    return {
        "Mã hồ sơ": row["Mã hồ sơ"],
        "Loại phiếu": kind,
        "Ngày lập phiếu": row["Ngày tiếp nhận"],
        "Số dòng thành phần": 2,
        "Ngày hẹn trả": row["Ngày hẹn trả"],
    }


def issue_when_closed(records: Records) -> None:
    """Permits issued on the day the software closed their dossiers."""
    closed = {
        shown(row["Mã hồ sơ"]): shown(row["Ngày xử lý xong"])
        for row in records.rows(f"{H}ho-so-mot-cua.csv")
        if shown(row["Ngày xử lý xong"])
        and not shown(row["Ngày ký kết quả"])
        and shown(row["Lĩnh vực"]) == "Hoạt động xây dựng"
    }
    issued = {code: datetime.strptime(day[:10], "%d/%m/%Y").date() for code, day in closed.items()}  # noqa: DTZ007
    records.change(
        Change(
            f"{H}ket-qua-so-hoa.xlsx",
            where={"Mã hồ sơ": tuple(issued)},
            set={"Ngày cấp": lambda row: issued[shown(row["Mã hồ sơ"])]},
        )
    )


def apologise(records: Records) -> None:
    """A letter of apology on the day each error of the office was answered."""
    errors = [row for row in records.rows(f"{H}phan-anh.xlsx") if shown(row["Có cơ sở"]) == "Có"]
    letters = [
        {"Mã hồ sơ": row["Mã hồ sơ"], "Loại phiếu": "Thư xin lỗi", "Ngày lập phiếu": row["Ngày trả lời"]}
        for row in errors
    ]
    records.change(Change(f"{H}phieu.xlsx", add=letters))


def letter_sent(records: Records) -> None:
    letter = {"Mã thư": "TH-02", "Loại thư": "Thư chúc mừng", "Ngày gửi": "08/06/2023"}
    records.change(Change(f"{H}cai-cach-hanh-chinh-2023.xlsx", "Thư", add=[letter]))
