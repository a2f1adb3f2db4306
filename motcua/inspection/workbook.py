"""The evidence workbook: an index of findings, then one sheet a finding with every case behind it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import xlsxwriter

from motcua.evidence.readers import title
from motcua.evidence.readers.vocabulary import synonyms
from motcua.inspection.headings import shown_heading
from motcua.inspection.rows import CaseRows
from motcua.inspection.sentences import Sentence, sheet_name
from motcua.inspection.verdict import Verdict
from motcua.language import percent

VIETNAM = timezone(timedelta(hours=7))
INDEX = "Mục lục"
INDEX_HEADS = ("Câu", "Nội dung", "Mã quy tắc", "Đơn vị", "Vi phạm", "Đã xét", "Tỷ lệ đạt", "Trang tính")
CASE_HEADS = ("Đối tượng", "Nội dung", "Ngày xét", "Kết quả")
SOURCE_HEADS = ("Tệp nguồn", "Trang tính nguồn", "Dòng")
SPEAKS_AS = {"signature": "person_signature"}  # a column that rules compute, in the words of one of the contract
MARKS = {True: "Vi phạm", False: "Đạt", None: "Không đủ dữ liệu"}


def workbook(sentences: Sequence[Sentence], sheets: Sequence[CaseRows]) -> bytes:
    """An .xlsx file: the index names each sentence of the notice and links to the sheets behind it."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001  a fixed day: the same findings, the same bytes
    styles = {
        "head": book.add_format({"bold": True, "bg_color": "#DDE5EE", "text_wrap": True, "valign": "top", "border": 1}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "link": book.add_format({"font_color": "#0B4F9E", "underline": 1, "valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy"}),
        "moment": book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
        "title": book.add_format({"bold": True, "font_size": 13}),
    }
    _index(book, sentences, {sheet_name(s.verdict.rule.code, s.verdict.unit_id) for s in sheets}, styles)
    for rows in sheets:
        _sheet(book, rows, styles)
    book.close()
    return out.getvalue()


def _index(book: Any, sentences: Sequence[Sentence], known: set[str], styles: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(INDEX)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 90)
    sheet.set_column(2, 7, 16)
    for column, head in enumerate(INDEX_HEADS):
        sheet.write_string(0, column, head, styles["head"])
    line = 1
    for sentence in sentences:
        verdicts: list[Verdict | None] = [v for s in sentence.statements for v in s.verdicts]
        for verdict in verdicts or [None]:
            sheet.write_number(line, 0, sentence.number)
            sheet.write_string(line, 1, sentence.text, styles["wrap"])
            if verdict is not None:
                _index_figures(sheet, line, verdict, known, styles)
            line += 1
    sheet.autofilter(0, 0, max(line - 1, 1), len(INDEX_HEADS) - 1)
    sheet.freeze_panes(1, 0)


def _index_figures(sheet: Any, line: int, verdict: Verdict, known: set[str], styles: Mapping[str, Any]) -> None:
    sheet.write_string(line, 2, verdict.rule.code)
    sheet.write_string(line, 3, verdict.unit_id)
    sheet.write_number(line, 4, verdict.tally.breached)
    sheet.write_number(line, 5, verdict.tally.examined)
    sheet.write_string(line, 6, "" if verdict.rate is None else percent(verdict.rate))
    name = sheet_name(verdict.rule.code, verdict.unit_id)
    if name in known:
        sheet.write_url(line, 7, f"internal:'{name}'!A1", styles["link"], name)


def _sheet(book: Any, rows: CaseRows, styles: Mapping[str, Any]) -> None:
    rule = rows.verdict.rule
    sheet = book.add_worksheet(sheet_name(rule.code, rows.verdict.unit_id))
    heads = [*CASE_HEADS, *(shown_heading(rule.population, name) for name in rows.shown), *SOURCE_HEADS]
    sheet.write_url(0, 0, f"internal:'{INDEX}'!A1", styles["link"], INDEX)
    sheet.write_string(0, 1, f"{rule.code} {rule.title.vi}", styles["title"])
    sheet.write_string(1, 1, _count_line(rows))
    for column, head in enumerate(heads):
        sheet.write_string(2, column, head, styles["head"])
    spoken = [_spoken(rule.population, name) for name in rows.shown]
    for line, row in enumerate(rows.rows, start=3):
        cells = [row["subject"], row["about"], row["event_on"], MARKS[row["breached"]]]
        cells += [said.get(row[name], row[name]) for name, said in zip(rows.shown, spoken, strict=True)]
        cells += [row["source_file"], row["sheet"], row["row"]]
        for column, value in enumerate(cells):
            _cell(sheet, line, column, value, styles)
    sheet.autofilter(2, 0, max(len(rows.rows) + 2, 3), len(heads) - 1)
    sheet.freeze_panes(3, 1)
    sheet.set_column(0, len(heads) - 1, 20)


def _count_line(rows: CaseRows) -> str:
    tally = rows.verdict.tally
    text = f"Vi phạm: {tally.breached}; đạt: {tally.kept}; không đủ dữ liệu: {tally.unknown}; bảng: "
    text += title(rows.verdict.rule.population)
    return text if rows.total == len(rows.rows) else f"{text}; hiện {len(rows.rows)} trong {rows.total} dòng"


def _spoken(population: str, name: str) -> Mapping[object, str]:
    """Each word of a closed list as offices write it; their bare codes say nothing to a reader."""
    theirs = synonyms(population, SPEAKS_AS.get(name, name))
    said = {ours: next((word for word in words if not word.isdigit()), None) for ours, words in theirs.items()}
    return {ours: word for ours, word in said.items() if isinstance(ours, str) and word}


def _cell(sheet: Any, line: int, column: int, value: object, styles: Mapping[str, Any]) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_string(line, column, "Có" if value else "Không")
        case int() | float():
            sheet.write_number(line, column, value)
        case datetime():
            local = value.astimezone(VIETNAM).replace(tzinfo=None)
            sheet.write_datetime(line, column, local, styles["moment"])
        case date():
            sheet.write_datetime(line, column, value, styles["day"])
        case _:
            sheet.write_string(line, column, str(value))
