"""Saves the whole office into a folder, while it is at work: the folder is there whole or not at all."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings

from motcua.language import Refusal, Words
from motcua.office.backups import manifest
from motcua.office.backups.databases import means

FILES = "files"
NOT_EMPTY = Words(
    vi="{folder}: đã có ở đó; hãy chỉ một thư mục chưa có.", en="{folder}: it is there already; name a new folder."
)


def save(to: Path, *, at: datetime) -> manifest.Manifest:
    """The database first, then the files: each file is in the store before a row names it. Raises Refusal."""
    if to.exists():
        raise Refusal(NOT_EMPTY, folder=to)
    part = to.with_name(f"{to.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700, parents=True)
    way = means()
    migrations, heads = way.save(part / way.file)
    _copy_files(part / FILES)
    told = manifest.Manifest(at.isoformat(), way.kind, migrations, heads, tuple(manifest.saved(part)))
    manifest.write(part, told)
    _settled(part)
    part.rename(to)
    return told


def _copy_files(to: Path) -> None:
    store = Path(settings.FILES)
    for path in store.rglob("*"):
        if path.is_file() and not path.name.startswith("."):  # a dot: just being written
            copy = to / path.relative_to(store)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)


def _settled(folder: Path) -> None:
    """All of it is on the disk, and no one else may read it."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
