"""Procedures from a spreadsheet: the template comes back as it was filled, what is wrong is said by its place."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from motcua.language import Refusal
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures.models import Procedure, Version
from motcua.office.procedures.versions import release
from motcua.office.procedures.workbook import (
    COLUMNS,
    EXAMPLE,
    FEES,
    PAPERS,
    PROCEDURES,
    WorkbookRefused,
    import_workbook,
    template,
)
from tests.world import THURSDAY_MORNING, World, officer

pytestmark = pytest.mark.usefixtures("of_province")
Cells = Mapping[tuple[str, int, str], object]  # sheet, row counted from 1, field


def filled(path: Path, cells: Cells, *, without: str = "") -> Path:
    """The template's example with some cells otherwise."""
    with xlsxwriter.Workbook(path) as book:
        for name, columns in COLUMNS.items():
            if name == without:
                continue
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, columns.values())
            sheet.write_row(1, 0, EXAMPLE[name])
            for (where, row, field), value in cells.items():
                if where == name:
                    sheet.write(row - 1, list(columns).index(field), value)
    return path


def taken_in(world: World, path: Path) -> list[Version]:
    return import_workbook(path, unit=world.province, by=world.kim, at=THURSDAY_MORNING)


def test_the_template_itself_is_taken_in_and_can_be_released(world: World, tmp_path: Path) -> None:
    path = tmp_path / "thu-tuc.xlsx"
    path.write_bytes(template())

    [version] = taken_in(world, path)

    assert (version.procedure.code, version.term_value, version.term_unit) == ("1.004873", 3, "working_day")
    assert (version.levels, version.online_level) == (["commune"], "full")
    assert version.legal_bases == ["123/2015/NĐ-CP", "60/2014/QH13"]
    assert version.components.get().keeps_original
    assert version.fees.get().amount == 3000
    assert version.released_at is None
    assert Entry.objects.get().act == "procedure.imported"
    release(version.pk, unit=world.province, by=world.kim, at=THURSDAY_MORNING)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ((PROCEDURES, 2, "name"), " "),
        ((PROCEDURES, 2, "levels"), "phường"),
        ((PROCEDURES, 2, "term_value"), "ba"),
        ((PROCEDURES, 2, "term_value"), 2.5),
        ((PROCEDURES, 2, "term_value"), " "),
        ((PROCEDURES, 2, "term_unit"), "tuần"),
        ((PROCEDURES, 2, "immediate"), "có lẽ"),
        ((PROCEDURES, 2, "decided_on"), "tháng 7"),
        ((PROCEDURES, 2, "in_force_from"), "32/01/2026"),
        ((PROCEDURES, 2, "in_force_to"), "01/01/2020"),
        ((PAPERS, 2, "code"), "9.999999"),
        ((PAPERS, 2, "originals"), -1),
        ((FEES, 2, "amount"), "miễn phí"),
    ],
)
def test_what_is_wrong_is_said_with_sheet_row_and_column_and_nothing_is_written(
    world: World, tmp_path: Path, cell: tuple[str, int, str], value: object
) -> None:
    sheet, row, field = cell

    with pytest.raises(WorkbookRefused) as refused:
        taken_in(world, filled(tmp_path / "sai.xlsx", {cell: value}))

    said = str(refused.value)
    assert f"Trang “{sheet}”, dòng {row}, cột “{COLUMNS[sheet][field]}”" in said
    assert len(refused.value.sentences) == 1
    assert not Procedure.objects.filter(code="1.004873").exists()
    assert not Entry.objects.exists()


def test_what_would_be_right_is_said_with_its_diacritics(world: World, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="phải là một trong: giờ làm việc, ngày làm việc, ngày, tháng, giờ"):
        taken_in(world, filled(tmp_path / "sai.xlsx", {(PROCEDURES, 2, "term_unit"): "tuần"}))


def test_everything_that_is_wrong_is_said_at_once(world: World, tmp_path: Path) -> None:
    cells = {(PROCEDURES, 2, "name"): " ", (FEES, 2, "amount"): "miễn phí"}

    with pytest.raises(WorkbookRefused) as refused:
        taken_in(world, filled(tmp_path / "sai.xlsx", cells))

    assert len(refused.value.sentences) == 2


def test_a_version_that_is_there_already_or_stands_twice_is_refused(world: World, tmp_path: Path) -> None:
    twice = {(PROCEDURES, 3, key): value for key, value in zip(COLUMNS[PROCEDURES], EXAMPLE[PROCEDURES], strict=True)}
    with pytest.raises(Refusal):
        taken_in(world, filled(tmp_path / "hai-dong.xlsx", twice))
    path = filled(tmp_path / "dung.xlsx", {})
    taken_in(world, path)

    with pytest.raises(Refusal):
        taken_in(world, path)
    assert Version.objects.filter(procedure__code="1.004873").count() == 1


def test_a_missing_sheet_column_or_a_file_of_another_kind_is_said(world: World, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Thiếu trang tính “Phí, lệ phí”"):
        taken_in(world, filled(tmp_path / "thieu.xlsx", {}, without=FEES))
    with pytest.raises(Refusal, match="thiếu cột “Lĩnh vực”"):
        taken_in(world, filled(tmp_path / "cot.xlsx", {(PROCEDURES, 1, "domain"): "Khác"}))
    (tmp_path / "anh.xlsx").write_text("không phải Excel")
    with pytest.raises(Refusal, match=r"anh\.xlsx"):
        taken_in(world, tmp_path / "anh.xlsx")


def test_only_procedure_control_of_the_province_takes_a_workbook_in(world: World, tmp_path: Path) -> None:
    path = filled(tmp_path / "dung.xlsx", {})
    of_ward = officer("kiet", "Hồ Văn Kiệt", world.ward, Role.CONTROL)

    for someone in (world.hoa, of_ward):
        with pytest.raises(NotAllowed):
            import_workbook(path, unit=world.ward, by=someone, at=THURSDAY_MORNING)
    assert not Procedure.objects.filter(code="1.004873").exists()
