"""What a backup says of itself: when, of which database, which files with which hash, where each journal stood."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from motcua.language import Refusal, Words

NAME = "manifest.json"
FORMAT = 1
NO_MANIFEST = Words(
    vi="{folder}: không phải bản sao lưu vì thiếu hoặc hỏng {name}; hãy chỉ thư mục mà lệnh backup đã ghi xong.",
    en="{folder}: no backup, {name} is missing or broken; name a folder that the command backup finished.",
)
OTHER_FORMAT = Words(
    vi="{folder}: bản sao lưu theo định dạng {found}, phiên bản này đọc {known}; hãy dùng phiên bản đã ghi nó.",
    en="{folder}: the backup has format {found}, this version reads format {known}; use the version that wrote it.",
)
MISSING = Words(
    vi="{folder}: thiếu tệp {file}; hãy dùng bản sao lưu khác.", en="{folder}: {file} is missing; use another backup."
)
CHANGED = Words(
    vi="{folder}: tệp {file} không còn như khi sao lưu; hãy dùng bản sao lưu khác.",
    en="{folder}: {file} is not what was saved; use another backup.",
)
PART = 1 << 20


@dataclass(frozen=True)
class Saved:
    """One file of the backup: its path in the folder, its bytes, its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """`database` is sqlite or postgresql; `heads` gives for each journal its last line and hash."""

    at: str
    database: str
    migrations: tuple[tuple[str, str], ...]
    heads: tuple[tuple[str, int, str], ...]
    files: tuple[Saved, ...]

    @property
    def bytes(self) -> int:
        return sum(file.size for file in self.files)


def saved(folder: Path) -> Iterator[Saved]:
    """Everything that lies in the folder, in the order of the names."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield Saved(path.relative_to(folder).as_posix(), path.stat().st_size, hash_of(path))


def hash_of(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def write(folder: Path, manifest: Manifest) -> None:
    text = json.dumps({"format": FORMAT} | asdict(manifest), ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", "utf-8")


def read(folder: Path) -> Manifest:
    """Raises Refusal where the folder is no backup or not the one that was saved."""
    try:
        told = json.loads((folder / NAME).read_text("utf-8"))
        form = told.pop("format")
        if form == FORMAT:
            files = tuple(Saved(**file) for file in told.pop("files"))
            pairs = tuple((str(app), str(name)) for app, name in told.pop("migrations"))
            heads = tuple((str(unit), int(serial), str(hashed)) for unit, serial, hashed in told.pop("heads"))
            found = Manifest(migrations=pairs, heads=heads, files=files, **told)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as broken:
        raise Refusal(NO_MANIFEST, folder=folder, name=NAME) from broken
    if form != FORMAT:
        raise Refusal(OTHER_FORMAT, folder=folder, found=form, known=FORMAT)
    for file in found.files:
        _whole(folder, file)
    return found


def _whole(folder: Path, file: Saved) -> None:
    path = folder / file.path
    if not path.is_file():
        raise Refusal(MISSING, folder=folder, file=file.path)
    if path.stat().st_size != file.size or hash_of(path) != file.sha256:
        raise Refusal(CHANGED, folder=folder, file=file.path)
