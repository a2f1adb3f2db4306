"""What repairs or removes the cause of each id of the notice's list, those of the head's conclusions among them."""

from datetime import date

from tests.examples.repair import Repair, repair, same, together, year
from tests.examples.repairs_commune import COMMUNE
from tests.examples.repairs_district import DISTRICT, HS, HY
from tests.examples.sheets import Change

EVERY = COMMUNE | DISTRICT
LIMITED = [id_ for id_ in EVERY if id_[2] == "b" and id_ != "X3b0"]

CONCLUSIONS: dict[str, Repair] = {
    # digitised at once and well: what is digitised anew carries its signatures
    "K2": together(EVERY, *LIMITED),
    "K4": repair(Change(HS, "Chỉ số", set={"Điểm đạt": same("Điểm tối đa")})),
    "K5": repair(
        Change(HS, "Nhiệm vụ", where={"Ngày hoàn thành": ""}, set={"Ngày hoàn thành": same("Hạn hoàn thành")})
    ),
    "K6": repair(Change(HY, "Mô hình", set={"Xếp loại": "Hiệu quả"})),
    "K7": together(EVERY, "X2b1", "H2b1", "X2c2", "H2c4"),
    "K8": repair(Change(HS, "Nhân sự", set={"Ngày bồi dưỡng": date(2022, 8, 16)})),
    "K9": repair(Change(HS, "Tuyển dụng", where={"Năm": year(2022)}, set={"Số đã tuyển": same("Chỉ tiêu tuyển dụng")})),
}
REPAIRS = EVERY | CONCLUSIONS
