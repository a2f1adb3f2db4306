"""Which files are read and how: files and folders as named, a folder's own `sources.yaml`, and the order of reading."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

from motcua.evidence.importing.covering import Stretch
from motcua.evidence.importing.listing import SOURCES, Entry, read_listing
from motcua.evidence.manifest import MANIFEST
from motcua.evidence.readers import Profile
from motcua.evidence.snapshot import Snapshot, open_snapshot
from motcua.language import Refusal, Words

NO_FILE = Words("{path}: không có tệp hoặc thư mục này.", "{path}: there is no such file or folder.")
NOT_THERE = Words(
    "{path}: tệp “{file}” không có trong thư mục; hãy sửa tên hoặc bỏ mục này.",
    "{path}: the file “{file}” is not in the folder; correct the name or drop the entry.",
)
TAKEN = Words(
    "{path}: tệp “{file}” đã được đọc theo mục “{first}” ở trên; hãy bỏ một mục, hoặc đưa mục của riêng tệp lên trước.",
    "{path}: the file “{file}” is read by the entry “{first}” above; drop one, or put the file's own entry first.",
)
TWO = Words(
    "{path}: chỉ giữ nguyên được một bộ dữ liệu cũ mỗi lần nhập, đã có {first}.",
    "{path}: one import carries over one earlier snapshot, and {first} is named already.",
)
EMPTY = Words("{path}: thư mục không có tệp dữ liệu nào.", "{path}: the folder holds no files to read.")


@dataclass(frozen=True)
class Source:
    """One file to read. `covers`: None to derive it from the rows, empty for no coverage at all.

    `kinds`: the only kinds of things that are complete, None where nothing is said of them.
    """

    path: Path
    name: str
    profile: Profile | None = None
    unit: str | None = None
    covers: tuple[Stretch, ...] | None = None
    kinds: tuple[str, ...] | None = None

    @property
    def constants(self) -> dict[str, object]:
        """What the file's rows are about where they do not say it themselves."""
        return {"unit_id": self.unit} if self.unit else {}


@dataclass(frozen=True)
class Plan:
    """What is read, in the order named, the as-of day where a `sources.yaml` tells it, and what is carried over."""

    sources: tuple[Source, ...]
    as_of: date | None = None
    earlier: Snapshot | None = None


@dataclass(frozen=True)
class Defaults:
    """What holds for every file for which nothing else is said."""

    profile: Profile | None = None
    unit: str | None = None
    covers: tuple[Stretch, ...] | None = None

    def source(self, path: Path, name: str) -> Source:
        return Source(path, name, self.profile, self.unit, self.covers)


def plan(paths: Sequence[Path], defaults: Defaults, skip: frozenset[Path] = frozenset()) -> Plan:
    """Files as named; of a folder every file but hidden ones, those in `skip`, and those it says to ignore.

    A folder that is a snapshot is carried over; one that lies inside a folder is left alone.
    """
    sources: list[Source] = []
    as_of = None
    earlier: Snapshot | None = None
    for path in paths:
        if is_snapshot(path):
            if earlier:
                raise Refusal(TWO, path=path, first=earlier.folder)
            earlier = open_snapshot(path)
        elif path.is_dir():
            folder = _folder(path, defaults, skip)
            sources += folder.sources
            as_of = folder.as_of or as_of
        elif path.is_file():
            sources.append(defaults.source(path, path.name))
        else:
            raise Refusal(NO_FILE, path=path)
    taken = frozenset(note.file for note in earlier.manifest.sources) if earlier else frozenset()
    return Plan(tuple(_told_apart(sources, taken)), as_of, earlier)


def is_snapshot(path: Path) -> bool:
    return (path / MANIFEST).is_file()


def _told_apart(sources: Sequence[Source], taken: frozenset[str]) -> Iterator[Source]:
    """Files of one name in two folders keep the folder's name too; a finding must lead to one file.

    So does a file named as one in `taken`, those of the earlier snapshot.
    """
    names = [source.name for source in sources]
    for source in sources:
        twice = names.count(source.name) > 1 and len({s.path for s in sources if s.name == source.name}) > 1
        yield (
            replace(source, name=f"{source.path.parent.name}/{source.path.name}")
            if twice or source.name in taken
            else source
        )


def _folder(folder: Path, defaults: Defaults, skip: frozenset[Path]) -> Plan:
    listing = read_listing(folder / SOURCES)
    files = {
        path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if _counts(path, folder, skip)
    }
    files = {name: path for name, path in files.items() if not any(fnmatch(name, other) for other in listing.ignore)}
    sources = list(_listed(folder, listing.entries, files, defaults))
    listed = {source.name for source in sources}
    sources += [defaults.source(path, name) for name, path in files.items() if name not in listed]
    if not sources:
        raise Refusal(EMPTY, path=folder)
    return Plan(tuple(sources), listing.as_of)


def _listed(folder: Path, entries: Sequence[Entry], files: Mapping[str, Path], defaults: Defaults) -> Iterator[Source]:
    """Each file once, by the first entry that names it; a file's own entry must not come too late."""
    by: dict[str, str] = {}
    for entry in entries:
        names = [name for name in files if fnmatch(name, entry.file)]
        if not names:
            raise Refusal(NOT_THERE, path=folder / SOURCES, file=entry.file)
        if entry.file in by:
            raise Refusal(TAKEN, path=folder / SOURCES, file=entry.file, first=by[entry.file])
        for name in names:
            if name not in by:
                by[name] = entry.file
                yield _source(entry, name, files[name], defaults)


def _source(entry: Entry, name: str, path: Path, defaults: Defaults) -> Source:
    covers = defaults.covers if entry.covers is None else entry.covers
    return Source(path, name, entry.profile or defaults.profile, entry.unit or defaults.unit, covers, entry.kinds)


def _counts(path: Path, folder: Path, skip: frozenset[Path]) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    ours = any(path.absolute().is_relative_to(other) for other in skip)
    inside = any(is_snapshot(above) for above in path.parents if above.is_relative_to(folder))
    return path.is_file() and not (hidden or ours or inside) and path != folder / SOURCES
