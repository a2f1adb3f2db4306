"""What is promised of `motcua inspect`: findings on screen, files that prove them, plain refusals."""

import hashlib
import json
from contextlib import redirect_stdout
from dataclasses import dataclass
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from python_calamine import CalamineWorkbook

import motcua.cli.console
from motcua.evidence.tables import CONTRACT
from motcua.generator import small_world
from motcua.inspection.rows import MOST_ROWS
from motcua.inspection.workbook import CASE_HEADS, INDEX, INDEX_HEADS, SOURCE_HEADS
from tests.cli.test_evidence import run

COMMUNE, DISTRICT = "30076", "873"
PERIOD = ("--from", "2023-01-01", "--to", "30/6/2023")
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "findings.schema.json"
COLUMNS = 100
VOID = {"meta", "link", "br", "hr", "img", "input"}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(tmp_path_factory.mktemp("planted") / "province", dossiers=1500, seed=3, faults=0.05)


@dataclass(frozen=True)
class Run:
    """The folder of one run over a commune and a district, and what it told a screen of a hundred columns."""

    out: Path
    told: str


@pytest.fixture(scope="module")
def first(snapshot: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("run") / "out"
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as screen:
        patch.setenv("MOTCUA_LANG", "vi")
        patch.setattr(motcua.cli.console, "PIPED_WIDTH", COLUMNS)
        assert inspect(snapshot, folder) == 0
    return Run(folder, screen.getvalue())


@pytest.fixture(scope="module")
def second(snapshot: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The same again, in English, every verdict shown, failing on a breach."""
    folder = tmp_path_factory.mktemp("run") / "again"
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as screen:
        patch.setenv("MOTCUA_LANG", "en")
        assert inspect(snapshot, folder, "--all", "--fail-on", "breached") == 1
    return Run(folder, screen.getvalue())


@pytest.fixture(scope="module")
def out(first: Run) -> Path:
    return first.out


def inspect(snapshot: Path, out: Path, *more: object) -> int:
    return run("inspect", snapshot, "--unit", COMMUNE, "--unit", DISTRICT, *PERIOD, "--out", out, *more)


@pytest.fixture(scope="module")
def findings(out: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((out / "findings.json").read_text("utf-8"))
    return content


def test_every_file_of_a_run_is_there(out: Path) -> None:
    minutes = {f"minutes-{unit}.{kind}" for unit in (COMMUNE, DISTRICT) for kind in ("docx", "pdf")}
    named = {"findings.json", "evidence.xlsx", "report.html", "notice.docx", "notice.pdf"}
    assert {path.name for path in out.iterdir()} == named | minutes


def test_findings_follow_their_documented_schema(findings: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(findings)


def test_the_schema_describes_every_entry_it_allows() -> None:
    """At the top and in a verdict, what an entry means is said there or where it points."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    verdict = schema["$defs"]["verdict"]["properties"]
    for name, entry in (schema["properties"] | verdict).items():
        pointed = schema["$defs"].get(entry.get("$ref", "").rpartition("/")[2], {})
        assert "description" in entry or "description" in pointed, name


def test_every_statement_rests_on_verdicts_of_its_unit(findings: dict[str, Any]) -> None:
    outcomes = {(v["rule"], v["unit_id"]): v["outcome"] for v in findings["verdicts"]}
    for statement in findings["statements"]:
        if statement["kind"] == "limitation":
            assert [outcomes[code, statement["unit_id"]] for code in statement["rules"]] == ["breached"]


def test_a_rerun_gives_the_same_bytes_whatever_the_screen_speaks(first: Run, second: Run) -> None:
    one, other = (
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in run.out.iterdir()}
        for run in (first, second)
    )
    assert one == other


# The workbook.


@pytest.fixture(scope="module")
def sheets(out: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(out / "evidence.xlsx")
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def test_the_index_leads_to_every_sheet_and_every_sheet_is_a_finding(
    sheets: dict[str, list[list[object]]], findings: dict[str, Any]
) -> None:
    heads, *lines = sheets[INDEX]
    linked = {line[len(INDEX_HEADS) - 1] for line in lines} - {""}
    assert tuple(heads) == INDEX_HEADS
    assert linked == set(sheets) - {INDEX} == {v["sheet"] for v in findings["verdicts"]} - {None}


def test_the_cases_are_shown_in_the_words_of_offices_not_in_those_of_the_contract(
    sheets: dict[str, list[list[object]]],
) -> None:
    contract = {word for table in CONTRACT.values() for column in table.columns.values() for word in column.words}
    rows = [line for name, (_, _, _, *lines) in sheets.items() if name != INDEX for line in lines]
    shown = {str(cell) for line in rows for cell in line[len(CASE_HEADS) : -len(SOURCE_HEADS)]}

    assert "tiền mặt" in shown
    assert shown & contract <= {"qr_code"}  # how the generator fills in a column of free text


def test_a_sheet_holds_every_case_of_its_finding_down_to_its_row(
    sheets: dict[str, list[list[object]]], findings: dict[str, Any]
) -> None:
    for verdict in findings["verdicts"]:
        if not verdict["sheet"]:
            continue
        _, _, heads, *lines = sheets[verdict["sheet"]]
        assert tuple(heads[: len(CASE_HEADS)]) == CASE_HEADS
        assert tuple(heads[-len(SOURCE_HEADS) :]) == SOURCE_HEADS
        assert len(lines) == min(verdict["examined"], MOST_ROWS)
        assert [line[3] for line in lines].count("Vi phạm") == verdict["breached"]
        assert all(line[-3] != "" and line[-1] != "" for line in lines)


# The report.


class Page(HTMLParser):
    """Tags in balance, what the page points at, its texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in ("href", "src", "action", "data", "srcset", "poster"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()


@pytest.fixture(scope="module")
def html(out: Path) -> str:
    return (out / "report.html").read_text("utf-8")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_the_page_is_whole_and_names_nothing_twice(page: Page) -> None:
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.tags.count("h1") == 1


def test_the_page_needs_nothing_from_outside(page: Page, html: str) -> None:
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert html.count("http") == html.count('xmlns="http://www.w3.org/2000/svg"')
    assert "@import" not in html and "url(" not in html.replace("url(#short-", "")


def test_the_page_stays_small(html: str) -> None:
    assert len(html.encode()) < 300_000


def test_each_unit_has_its_rates_and_its_lateness_drawn_and_told_in_a_table(page: Page, html: str) -> None:
    assert page.tags.count("svg") == 4
    assert html.count("<title>Tỷ lệ so với chỉ tiêu</title>") == 2
    assert html.count("<title>Hồ sơ quá hạn theo lĩnh vực và tháng hẹn trả</title>") == 2
    assert html.count("Bảng số liệu của biểu đồ</summary>") == 2


# The screen.


def test_the_screen_shows_what_needs_attention_in_a_hundred_columns(first: Run, findings: dict[str, Any]) -> None:
    *lines, written = first.told.splitlines()
    shown = {line.split()[0] for line in lines if line.startswith("  ") and line.strip()[:1].isupper()}
    breached = {v["rule"] for v in findings["verdicts"] if v["outcome"] == "breached"}
    met = [v for v in findings["verdicts"] if (v["unit_id"], v["outcome"]) == (COMMUNE, "met")]

    assert max(map(len, lines)) <= COLUMNS
    assert breached <= shown
    assert "Đạt (" not in first.told
    assert "Hạn chế (" in first.told and "Kiến nghị (" in first.told
    assert f", {len(met)} đạt," in first.told
    assert "report.html" in written


def test_all_shows_every_verdict_in_the_language_asked_for(second: Run, findings: dict[str, Any]) -> None:
    assert all(v["rule"] in second.told for v in findings["verdicts"])
    assert all(title in second.told for title in ("Limitations (", "Advice (", "Met (", "Nothing to examine ("))
    assert "breached" in second.told and "vi phạm" not in second.told


# Exit codes.


def test_a_run_that_finds_nothing_wrong_does_not_fail(snapshot: Path, tmp_path: Path) -> None:
    programme = tmp_path / "p.yaml"
    programme.write_text("rules: {only: [CDDH-020]}", "utf-8")
    assert inspect(snapshot, tmp_path / "out", "--programme", programme, "--fail-on", "breached") == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--unit", "99999", *PERIOD), "99999"),
        (("--unit", COMMUNE, "--from", "30/2/2023", "--to", "2023-06-30"), "--from"),
        (("--unit", COMMUNE, "--from", "2023-07-01", "--to", "2023-06-30"), "2023"),
        (("--unit", COMMUNE), "--from"),
        (PERIOD, "--unit"),
        (("--unit", COMMUNE, *PERIOD, "--programme", "{bad}"), "nmae"),
        (("--unit", COMMUNE, *PERIOD, "--inspection", "{bad}"), "nmae"),
        (("--unit", COMMUNE, *PERIOD, "--programme", "{none}"), "khong-co.yaml: không có tệp này"),
        (("--unit", COMMUNE, *PERIOD, "--inspection", "{none}"), "khong-co.yaml: không có tệp này"),
        (("--unit", COMMUNE, *PERIOD, "--engine", "abacus"), "abacus"),
        (("--unit", COMMUNE, *PERIOD, "--engine", "spark"), "--spark-url"),
        (("--unit", COMMUNE, *PERIOD, "--engine", "spark", "--spark-url", "sc://127.0.0.1:1"), "sc://127.0.0.1:1"),
        (("--unit", COMMUNE, *PERIOD, "--engine", "spark", "--spark-url", "127.0.0.1"), "sc://"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(
    snapshot: Path, tmp_path: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "sai.yaml"
    bad.write_text("nmae: x", "utf-8")
    given = [word.format(bad=bad, none=tmp_path / "khong-co.yaml") for word in words]

    assert run("inspect", snapshot, *given, "--out", tmp_path / "out") == 2

    error = capsys.readouterr().err
    assert told in error
    assert len(error.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_another_condition_to_fail_on_is_refused(snapshot: Path, tmp_path: Path) -> None:
    assert inspect(snapshot, tmp_path / "out", "--fail-on", "anything") == 2


def test_a_folder_that_is_no_snapshot_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert inspect(tmp_path, tmp_path / "out") == 2
    assert str(tmp_path) in capsys.readouterr().err
