"""The commune's forms and books: slips, control of the process, papers taken in, the books kept by hand."""

from datetime import datetime, timedelta

from tools.example_cao_lanh import procedures as p
from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_cao_lanh.chance import chance
from tools.example_cao_lanh.commune.dossiers import settled_with_term
from tools.example_cao_lanh.dossiers import Dossier
from tools.example_cao_lanh.office import paper_sheet

WITHOUT_FORMS = 15  # settled early: no receipt, no control slip, no step in the software
NOT_IN_BOOK = 12
RESULT_NOT_WRITTEN = 60
NOT_IN_SOFTWARE = 8
DIGITISED_PART = 3  # one dossier in so many
SLIPS = ("Mã hồ sơ", "Loại phiếu", "Số phiếu", "Ngày lập phiếu", "Số dòng thành phần", "Ngày hẹn trả")
STEPS = ("Mã hồ sơ", "Bước số", "Người xử lý", "Thời điểm giao", "Thời điểm nhận", "Thời điểm xử lý xong")
BOOK = ("STT", "Mã hồ sơ", "Họ và tên", "Nội dung hồ sơ", "Ngày nhận hồ sơ", "Ngày hẹn trả", "Ngày trả kết quả")
CERTIFICATIONS = ("Số thứ tự", "Mã hồ sơ", "Người yêu cầu", "Ngày nhận", "Ngày trả")
OFFICERS = {
    p.CERTIFY: "Đặng Thị Hồng Thu",
    p.CIVIL: "Võ Minh Khang",
    p.LAND: "Lê Hữu Phong",
    p.SOCIAL: "Phạm Thị Mỹ Loan",
    p.RESIDENCE: "Bùi Quốc Nam",
}
DESK = "Trần Thị Ngọc Hân"


def without_forms(everyone: list[Dossier]) -> set[str]:
    """Dossiers with a term that were settled well before it: nothing was written for them."""
    single = [d for d in settled_with_term(everyone) if d.procedure is p.SINGLE]
    taken = {d.code: d.finished - d.received for d in single if d.finished}
    return set(sorted(taken, key=lambda code: (taken[code], code))[:WITHOUT_FORMS])


def slips(everyone: list[Dossier]) -> Sheet:
    bare = without_forms(everyone)
    rows: list[list[Cell]] = []
    for number, d in enumerate(_termed(everyone), start=1):
        if d.code not in bare:
            listed = 0 if d.procedure is p.LOST_PAGE else len(d.procedure.papers)
            rows.append([d.code, "Giấy tiếp nhận và hẹn trả", f"{number}/TNHS", d.received, listed, d.due])
            rows.append([d.code, "Phiếu kiểm soát", f"{number}/KS", d.received, None, None])
    return Sheet("Phiếu", SLIPS, rows, ("DANH SÁCH PHIẾU TRONG HỒ SƠ",))


def steps(everyone: list[Dossier]) -> Sheet:
    bare = without_forms(everyone)
    rows: list[list[Cell]] = []
    for d in _termed(everyone):
        if d.code not in bare:
            given = d.received + timedelta(minutes=20)
            taken = given + timedelta(minutes=10)
            officer = OFFICERS[d.procedure.domain]
            rows.append([d.code, 1, DESK, d.received, d.received, given])
            rows.append([d.code, 2, officer, given, taken, d.finished])
    return Sheet("Quá trình xử lý", STEPS, rows)


def _termed(everyone: list[Dossier]) -> list[Dossier]:
    return [d for d in everyone if d.procedure.term]


def papers(everyone: list[Dossier]) -> Sheet:
    """Papers taken in, one dossier in three scanned; those of contracts are not recorded, only paper shows them."""
    return paper_sheet([d for d in everyone if d.procedure is not p.CONTRACTS], DIGITISED_PART)


def tracking_book(everyone: list[Dossier]) -> Sheet:
    """Form 06: some dossiers are missing, some lines never got their result, some are in no software."""
    random = chance("book of the commune")
    own = [d for d in everyone if d.procedure.domain != p.CERTIFY and not d.parent]
    missing = set(random.sample([d.code for d in own], NOT_IN_BOOK))
    lines = [d for d in own if d.code not in missing]
    blank = set(random.sample([d.code for d in lines if d.returned], RESULT_NOT_WRITTEN))
    written: list[list[Cell]] = [
        [d.code, d.applicant, d.procedure.name, d.received, d.due, None if d.code in blank else _day(d.returned)]
        for d in lines
    ]
    for d in random.sample([d for d in lines if d.returned and d.procedure.immediate], NOT_IN_SOFTWARE):
        when = d.received + timedelta(minutes=3)
        written.append([None, _other(d.applicant), d.procedure.name, when, d.due, _day(d.returned)])
    written.sort(key=lambda line: (line[3], line[1]))
    rows = [[number, *line[:3], _day(line[3]), _day(line[4]), line[5]] for number, line in enumerate(written, 1)]
    titles = ("UBND XÃ BÌNH THẠNH", "SỔ THEO DÕI HỒ SƠ (Mẫu số 06)", "Năm 2023")
    return Sheet("Sổ theo dõi", BOOK, rows, titles)


def _day(moment: Cell) -> Cell:
    return moment.date() if isinstance(moment, datetime) else moment


def _other(name: str) -> str:
    """Another invented person: the same family, the given name twice removed."""
    family, *rest = name.split()
    return " ".join([family, "Thị" if rest[0] != "Thị" else "Văn", "Út"])


def certification_book(everyone: list[Dossier]) -> Sheet:
    rows: list[list[Cell]] = [
        [number, d.code, d.applicant, d.received.date(), _day(d.returned)]
        for number, d in enumerate((d for d in everyone if d.procedure.domain == p.CERTIFY), start=1)
    ]
    return Sheet("Sổ chứng thực", CERTIFICATIONS, rows, ("SỔ CHỨNG THỰC NĂM 2023 - UBND XÃ BÌNH THẠNH",))
