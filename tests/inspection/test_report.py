"""The report and its workbook take any name as text, and plots show what they are given."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from motcua.evidence.engines import DuckEngine
from motcua.inspection.catalogue.procedures.late import late
from motcua.inspection.engine import Inspection, law_target
from motcua.inspection.report import report
from motcua.inspection.report.lateness import lateness
from motcua.inspection.report.plots import LINES, Bar, bars, months
from motcua.inspection.rows import CaseRows, case_rows
from motcua.inspection.rule import Measure
from motcua.inspection.sentences import Sentence, sentences, sheet_name
from motcua.inspection.statements import Kind, Statement
from motcua.inspection.units import Unit, Units
from motcua.inspection.verdict import Outcome, Tally, Verdict
from motcua.inspection.workbook import INDEX, workbook
from motcua.language import Words
from tests.conftest import Evidence
from tests.inspection.findings_samples import PERIOD, inspection, programme, sample, verdict

HOSTILE = "<script>alert('x')</script> & \"UBND\" ]]>"
SVG = "{http://www.w3.org/2000/svg}"


def hostile() -> tuple[Inspection, list[Sentence], list[Verdict]]:
    rule = replace(verdict("TTHC-014").rule, title=Words(HOSTILE, HOSTILE))
    found = replace(verdict("TTHC-014", unit_id=HOSTILE), rule=rule, abouts=((HOSTILE, 3),))
    units = Units({HOSTILE: Unit(HOSTILE, HOSTILE, "commune", "committee", None)}, {})
    run = Inspection(DuckEngine({}), PERIOD, units, (HOSTILE,), law_target, {}, {})
    said = Statement(HOSTILE, rule.domain, Kind.LIMITATION, rule.code, HOSTILE, (found,))
    return run, list(sentences([said], programme(), [HOSTILE])), [found]


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314  our own text


def test_hostile_names_are_text_in_the_page() -> None:
    run, made, found = hostile()

    page = report(run, found, made, HOSTILE)

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert") >= 4


def test_hostile_names_are_text_in_the_plots() -> None:
    plots = (
        bars(HOSTILE, [Bar(HOSTILE, 10, 50, False, HOSTILE)], "h"),
        months(HOSTILE, HOSTILE, [HOSTILE], {HOSTILE: [1]}),
    )
    for plot in plots:
        assert any(HOSTILE in (text.text or "") for text in parsed(plot).iter(f"{SVG}text"))


def test_hostile_names_are_text_in_the_workbook() -> None:
    _, made, [found] = hostile()
    row = {"subject": "=1+1", "about": HOSTILE, "event_on": date(2023, 1, 2), "breached": True}
    source = {"source_file": "a.xlsx", "sheet": HOSTILE, "row": 7}
    book = workbook(made, [CaseRows(found, (), [row | source], 1)])

    read = CalamineWorkbook.from_filelike(BytesIO(book))

    [index, sheet] = read.sheet_names
    assert (index, sheet) == (INDEX, sheet_name("TTHC-014", HOSTILE))
    assert read.get_sheet_by_name(sheet).to_python()[3][:4] == ["=1+1", HOSTILE, date(2023, 1, 2), "Vi phạm"]


def test_a_report_says_which_unit_has_how_much_of_what() -> None:
    told = sample()
    run = inspection()
    page = report(run, told.verdicts, sentences(told.statements, programme(), run.inspected), "Chương trình thử")

    assert "UBND xã Hòa Lợi" in page and "UBND huyện Sông Tiền" in page
    assert "từ ngày 01/01/2023 đến ngày 30/6/2023, chốt ngày 27/7/2023" in page
    assert "Ký số đạt 97,82%." in page
    assert "Khắc phục các hạn chế." in page


def test_a_bar_is_as_long_as_its_rate_and_its_target_stands_where_it_is() -> None:
    drawn = parsed(bars("t", [Bar("a", 25, 50, False, "25%"), Bar("b", 100, None, True, "100%")], "h"))
    grey, short, tick, _, full = drawn.findall(f"{SVG}rect")

    assert float(short.attrib["width"]) * 4 == float(grey.attrib["width"]) == float(full.attrib["width"])
    assert float(tick.attrib["x"]) + 1.5 == float(grey.attrib["x"]) + float(grey.attrib["width"]) / 2


@pytest.mark.parametrize("percent", [-5.0, 0.0, 100.0, 130.0])
def test_a_bar_never_leaves_its_frame(percent: float) -> None:
    grey, bar, *_ = parsed(bars("t", [Bar("a", percent, None, True, "")], "h")).findall(f"{SVG}rect")
    assert 0 <= float(bar.attrib["width"]) <= float(grey.attrib["width"])


def test_what_is_short_differs_by_more_than_colour() -> None:
    short, kept = (bars("t", [Bar("a", 40, 50, met, "x")], "h") for met in (False, True))
    assert 'fill="url(#h)"' in short
    assert 'fill="url(#h)"' not in kept


@pytest.mark.parametrize("number", [1, 2, 30])
def test_lines_by_month_stay_inside_and_differ_by_dash(number: int) -> None:
    names = [f"{n}/2023" for n in range(1, number + 1)]
    series = {f"Lĩnh vực {n}": [n] * number for n in range(len(LINES))}
    drawn = parsed(months("t", "số hồ sơ", names, series))
    width = float(drawn.attrib["width"])
    lines = drawn.findall(f"{SVG}polyline")

    assert len({line.attrib["stroke-dasharray"] for line in lines}) == len(lines) == len(series)
    for line in lines:
        places = [[float(number) for number in point.split(",")] for point in line.attrib["points"].split()]
        assert len(places) == number
        assert all(0 <= x <= width and 0 <= y <= 240 for x, y in places)


LATE = """
    dossier_id | unit_id | received   | due        | finished   | status   | domain
    -----------+---------+------------+------------+------------+----------+---------
    a          | com     | 2023-01-02 | 2023-01-10 | 2023-01-12 | returned | Đất đai
    b          | com     | 2023-01-02 | 2023-04-10 | 2023-04-12 | returned | Đất đai
    c          | com     | 2023-01-02 | 2023-04-10 | 2023-04-12 | returned | Hộ tịch
    d          | com     | 2023-01-02 | 2023-05-10 | 2023-05-09 | returned | Hộ tịch
"""


def test_lateness_leaves_no_month_out(evidence: Evidence) -> None:
    run = Inspection.open(evidence(unit="unit_id\ncom", dossier=LATE), PERIOD, ["com"])

    found = lateness(run, "com")

    assert found.months == ["1/2023", "2/2023", "3/2023", "4/2023"]
    assert found.by_domain == {"Đất đai": [1, 0, 0, 1], "Hộ tịch": [0, 0, 0, 1]}


def test_lateness_of_a_unit_without_any_is_empty(evidence: Evidence) -> None:
    run = Inspection.open(evidence(unit="unit_id\ncom", dossier=LATE.splitlines()[1]), PERIOD, ["com"])
    assert (lateness(run, "com").months, lateness(run, "com").by_domain) == ([], {})


UNITS = """
    unit_id | kind       | parent_id
    --------+------------+----------
    com     | committee  |
    desk    | department | com
    other   | committee  |
"""


def test_rows_of_a_verdict_are_all_its_cases_breached_first_with_their_source(evidence: Evidence) -> None:
    dossiers = LATE.replace("b          | com ", "b          | desk").replace(
        "c          | com  ", "c          | other"
    )
    run = Inspection.open(evidence(unit=UNITS, dossier=dossiers), PERIOD, ["com", "other"])
    verdicts = run.verdicts(late)

    of_com, of_other = case_rows(run, verdicts)

    assert [(row["subject"], row["breached"]) for row in of_com.rows] == [("a", True), ("b", True), ("d", False)]
    assert [row["subject"] for row in of_other.rows] == ["c"]
    assert [(row["source_file"], row["sheet"], row["row"]) for row in of_com.rows] == [
        ("dossier.xlsx", "Sheet1", number) for number in (2, 3, 5)
    ]
    assert of_com.total == verdicts[0].tally.examined == 3


def test_a_moment_is_written_in_vietnamese_time_and_an_unknown_mark_in_words() -> None:
    found = replace(verdict("TTHC-014", Outcome.NOT_ASSESSABLE, tally=Tally(unknown=1)), abouts=())
    seen = datetime(2023, 7, 27, 6, 30, tzinfo=UTC)
    row = {"subject": "h", "about": None, "event_on": None, "breached": None, "received_at": seen, "fee_due": True}
    source = {"source_file": "a.csv", "sheet": "", "row": 2}
    made = workbook([], [CaseRows(found, ("received_at", "fee_due"), [row | source], 1)])

    cells = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_index(1).to_python()[3]

    assert [str(cell) for cell in cells[3:6]] == ["Không đủ dữ liệu", "2023-07-27 13:30:00", "Có"]


def test_a_sheet_cut_short_says_how_many_rows_there_are() -> None:
    found = verdict("TTHC-014", tally=Tally(2, 0))
    row = {"subject": "h", "about": "", "event_on": None, "breached": True, "source_file": "a", "sheet": "", "row": 2}
    made = workbook([], [CaseRows(found, (), [row], 2)])

    line = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_index(1).to_python()[1][1]

    assert "hiện 1 trong 2 dòng" in str(line)


def test_the_rate_beside_a_bar_is_the_rate_of_the_verdict() -> None:
    found = verdict("TTHC-020", tally=Tally(30, 10), target=law_target("online_payment_share", date(2023, 5, 1)))
    share = replace(found, rule=replace(found.rule, measure=Measure("share", "online_payment_share")))
    assert found.rate == Fraction(1, 4)
    assert "25% – chưa đạt mức 30%" in report(inspection(), [share], [], "x")
