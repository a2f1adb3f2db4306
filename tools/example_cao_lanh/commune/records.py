"""The files of the commune."""

from datetime import date

from tools.example_cao_lanh import office
from tools.example_cao_lanh.books import Sheet
from tools.example_cao_lanh.commune import forms, results, yearly
from tools.example_cao_lanh.commune.dossiers import one_stop_sheet
from tools.example_cao_lanh.dossiers import Dossier
from tools.example_cao_lanh.procedures import ALLOWANCE, offered
from tools.example_cao_lanh.record import Record

SECURITY = ("Hệ thống thông tin", "Cấp độ", "Ngày hoàn thành", "Ngày trình phê duyệt")
ISSUED, SIGNED, BY_BOTH, SECRET = 505, 494, 472, 6


def records(everyone: list[Dossier]) -> list[Record]:
    own = offered("Xã")
    lan = Sheet("An toàn thông tin", SECURITY, [["Mạng LAN UBND xã", 1, date(2023, 5, 10), date(2023, 5, 22)]])
    return [
        Record("ho-so-mot-cua.xlsx", [one_stop_sheet(everyone)]),
        Record("so-theo-doi-mau-06.xls", [forms.tracking_book(everyone)]),
        Record("so-chung-thuc.csv", [forms.certification_book(everyone)]),
        Record("phieu.xlsx", [forms.slips(everyone)]),
        Record("qua-trinh-xu-ly.csv", [forms.steps(everyone)], "utf-16", "\t"),
        Record("thanh-phan-ho-so.xlsx", [forms.papers(everyone)]),
        Record("ket-qua-so-hoa.xlsx", [results.results(everyone)]),
        Record("thu-phi.xlsx", [results.payments(everyone)]),
        Record("cu-tru.ods", results.residence(everyone)),
        Record("van-ban-di.csv", [office.documents("documents of 30127", ISSUED, SIGNED, BY_BOTH, SECRET)], "cp1258"),
        Record("niem-yet.xlsx", [office.offered(own), office.posted(own, frozenset({ALLOWANCE.code}))]),
        Record("thiet-bi.xlsx", [office.devices("BT", 20, weak=3, bare=2, at_desk=4), lan]),
        Record("cai-cach-hanh-chinh-2023.xlsx", yearly.sheets()),
    ]
