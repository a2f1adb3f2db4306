"""The manifest of a snapshot: contract, as-of moment, where rows came from, and the digest of every file."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Self

from motcua.evidence.tables import CONTRACT_VERSION
from motcua.language import Refusal, Words

MANIFEST = "manifest.json"
DAMAGED = Words(
    vi="{folder}: manifest.json không đọc được; hãy tạo lại bộ dữ liệu bằng lệnh motcua evidence import.",
    en="{folder}: manifest.json cannot be read; make the snapshot again with motcua evidence import.",
)
OTHER_CONTRACT = Words(
    vi="{folder}: bộ dữ liệu theo quy ước bảng phiên bản {found}, chương trình này đọc phiên bản {wanted}; "
    "hãy nhập lại từ nguồn.",
    en="{folder}: the snapshot follows contract {found}, this program reads {wanted}; import the sources again.",
)


@dataclass(frozen=True)
class SourceNote:
    """What one sheet of one file gave: its rows are those stored and those rejected. Names only, no paths."""

    file: str
    sheet: str
    table: str
    rows: int
    stored: int
    rejected: int
    sha256: str


@dataclass(frozen=True)
class FileNote:
    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    contract_version: str
    as_of: datetime
    created_by: str
    sources: tuple[SourceNote, ...]
    files: Mapping[str, FileNote]

    @classmethod
    def of(cls, as_of: datetime, sources: Sequence[SourceNote], files: Mapping[str, FileNote]) -> Self:
        """A manifest of this program and contract."""
        return cls(CONTRACT_VERSION, as_of, f"motcua {version('motcua')}", tuple(sources), dict(files))


def digest(path: Path) -> str:
    """SHA-256 of a file's contents, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    content = asdict(manifest) | {"as_of": manifest.as_of.isoformat()}
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Raises Refusal where the manifest is damaged or of another contract."""
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        manifest = Manifest(
            contract_version=content["contract_version"],
            as_of=datetime.fromisoformat(content["as_of"]),
            created_by=content["created_by"],
            sources=tuple(SourceNote(**note) for note in content["sources"]),
            files={name: FileNote(**note) for name, note in content["files"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refusal(DAMAGED, folder=folder) from error
    if manifest.contract_version != CONTRACT_VERSION:
        raise Refusal(OTHER_CONTRACT, folder=folder, found=manifest.contract_version, wanted=CONTRACT_VERSION)
    return manifest
