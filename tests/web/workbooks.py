"""A workbook of procedures as the province imports it."""

from io import BytesIO

import xlsxwriter

from motcua.office.procedures.workbook import COLUMNS, EXAMPLE, PROCEDURES
from tests.web.reading import TODAY, day

IMPORT = "/procedures/import/"


def book(code: str = "1.001193", **other: object) -> BytesIO:
    """A workbook of one procedure, in force from today."""
    told = {"code": code, "version": "2", "decided_on": day(TODAY), "in_force_from": day(TODAY), **other}
    made = BytesIO()
    with xlsxwriter.Workbook(made) as file:
        for name, columns in COLUMNS.items():
            sheet = file.add_worksheet(name)
            sheet.write_row(0, 0, columns.values())
            row = dict(zip(columns, EXAMPLE[name], strict=True))
            row |= {key: told[key] for key in columns if key in told and (key != "name" or name == PROCEDURES)}
            sheet.write_row(1, 0, row.values())
    made.seek(0)
    made.name = "thu-tuc.xlsx"
    return made
