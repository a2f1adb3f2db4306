"""Writes docs/reference from the code, or with --check fails where a page is stale, missing or left over."""

import sys
from pathlib import Path

from motcua.evidence.describe import markdown
from motcua.inspection.catalogue import rules
from motcua.inspection.explain import page
from motcua.inspection.programme import default_programme
from tools.states import dossier_states

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"


def pages() -> dict[str, str]:
    """Every generated page by its path under docs/reference."""
    programme = default_programme()
    catalogue = rules()
    made = {f"rules/{rule.code}.md": page(rule, programme) for rule in catalogue}
    lines = [
        "# Danh mục quy tắc · The catalogue of rules",
        "",
        "| Mã | Lĩnh vực | Quy tắc | Rule | Mức độ |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| [{r.code}](rules/{r.code}.md) | {r.domain} | {r.title.vi} | {r.title.en} | {r.severity} |"
        for r in catalogue
    ]
    written = {"rules.md": "\n".join(lines) + "\n", "evidence.md": markdown(), "dossier-states.md": dossier_states()}
    return made | written


def main(check: bool) -> int:
    wanted = pages()
    there = {str(p.relative_to(REFERENCE)) for p in REFERENCE.rglob("*.md")} if REFERENCE.exists() else set()
    left_over = sorted(there - wanted.keys())
    stale = [n for n, text in sorted(wanted.items()) if not _holds(REFERENCE / n, text)]
    if check:
        for name in [*stale, *left_over]:
            print(f"docs/reference/{name} is not what the code says; run `make format`", file=sys.stderr)
        return 1 if stale or left_over else 0
    for name in stale:
        (REFERENCE / name).parent.mkdir(parents=True, exist_ok=True)
        (REFERENCE / name).write_bytes(wanted[name].encode())
    for name in left_over:
        (REFERENCE / name).unlink()
    return 0


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_bytes() == text.encode()


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
