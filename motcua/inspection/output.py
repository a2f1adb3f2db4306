"""Everything a run leaves in its folder: findings.json, the evidence workbook, the HTML report, notice and minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from motcua.inspection.edits import Change, edited
from motcua.inspection.engine import Inspection
from motcua.inspection.findings import findings, write_findings
from motcua.inspection.inspection_file import InspectionFile
from motcua.inspection.notice_files import write_notice
from motcua.inspection.programme import Programme
from motcua.inspection.report import report
from motcua.inspection.rows import case_rows
from motcua.inspection.sentences import Sentence, sentences
from motcua.inspection.statements import Conclusion
from motcua.inspection.verdict import Verdict
from motcua.inspection.workbook import workbook


@dataclass(frozen=True)
class Written:
    """What was written: the sentences of the notice, what was changed by hand, the files."""

    sentences: tuple[Sentence, ...]
    changes: tuple[Change, ...]
    files: tuple[Path, ...]


def write_all(  # noqa: PLR0913  a run is all of these
    folder: Path,
    conclusion: Conclusion,
    inspection: Inspection,
    programme: Programme,
    file: InspectionFile | None,
    *,
    at: datetime,
    run: Mapping[str, str],
) -> Written:
    """Write the run's files. `at` dates the documents: the snapshot's moment, so that a rerun gives the same bytes."""
    final, changes = edited(conclusion, file)
    listed = sentences(final.statements, programme, inspection.inspected)
    folder.mkdir(parents=True, exist_ok=True)
    content = findings(inspection, final.verdicts, final.statements, changes, run)
    write_findings(folder / "findings.json", content)
    sheets = case_rows(inspection, _proving(listed))
    (folder / "evidence.xlsx").write_bytes(workbook(listed, sheets))
    page = report(inspection, final.verdicts, listed, programme.name)
    (folder / "report.html").write_text(page, "utf-8")
    papers = write_notice(folder, conclusion, inspection, programme, file, at)
    own = [folder / name for name in ("findings.json", "evidence.xlsx", "report.html")]
    return Written(listed, changes, (*own, *papers))


def _proving(listed: Sequence[Sentence]) -> list[Verdict]:
    """The verdicts that the sentences rest on, each once, in the order of the notice."""
    found = {(v.rule.code, v.unit_id): v for sentence in listed for s in sentence.statements for v in s.verdicts}
    return list(found.values())
