"""`python -m tools.example_cao_lanh`: writes the spreadsheets of examples/cao-lanh-2023, the same bytes every time."""

from pathlib import Path

from tools.example_cao_lanh.commune import dossiers as commune_dossiers
from tools.example_cao_lanh.commune.records import records as commune_records
from tools.example_cao_lanh.district import dossiers as district_dossiers
from tools.example_cao_lanh.district.records import delegation
from tools.example_cao_lanh.district.records import records as district_records
from tools.example_cao_lanh.procedures import procedure_sheets
from tools.example_cao_lanh.record import Record
from tools.example_cao_lanh.units import units

RECORDS = Path(__file__).parents[2] / "examples" / "cao-lanh-2023" / "records"
LISTS, COMMUNE, DISTRICT, DELEGATION = "danh-muc", "xa-binh-thanh", "huyen-cao-lanh", "doan-kiem-tra"


def write_records(to: Path) -> None:
    district = district_dossiers.dossiers()
    commune = commune_dossiers.dossiers(district_dossiers.land(district))
    folders = {
        LISTS: [Record("don-vi.csv", [units()]), Record("thu-tuc.xlsx", procedure_sheets())],
        COMMUNE: commune_records(commune),
        DISTRICT: district_records(district),
        DELEGATION: delegation(commune),
    }
    for folder, records in folders.items():
        for record in records:
            record.write(to / folder)


if __name__ == "__main__":
    write_records(RECORDS)
