"""Writes the notice and each unit's minutes into a folder, as Word documents and as PDF."""

import re
from datetime import datetime
from pathlib import Path

from motcua.inspection.engine import Inspection
from motcua.inspection.inspection_file import InspectionFile
from motcua.inspection.minutes import minutes
from motcua.inspection.notice import notice
from motcua.inspection.programme import Programme
from motcua.inspection.statements import Conclusion
from motcua.printing import to_docx, to_pdf


def write_notice(
    folder: Path,
    conclusion: Conclusion,
    inspection: Inspection,
    programme: Programme,
    file: InspectionFile | None,
    at: datetime,
) -> tuple[Path, ...]:
    """The files written: `notice` and `minutes-<unit>`, each .docx and .pdf. `at` must be aware.

    Raises Refusal where the file changes a statement that did not come out, before anything is written.
    """
    documents = {"notice": notice(conclusion, inspection, programme, file)}
    for unit_id in inspection.inspected:
        name = f"minutes-{re.sub(r'[^A-Za-z0-9._-]+', '_', unit_id)}"
        documents[name] = minutes(unit_id, conclusion, inspection, programme, file)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, document in documents.items():
        for suffix, content in ((".docx", to_docx(document, at)), (".pdf", to_pdf(document, at))):
            path = folder / f"{name}{suffix}"
            path.write_bytes(content)
            written.append(path)
    return tuple(written)
