"""The store: a folder in which each file lies under the hash of its content, written whole or not at all."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from django.conf import settings
from django.db import transaction

from motcua.language import Refusal, Words
from motcua.office.records.content import PART, Content
from motcua.office.records.judging import Page
from motcua.office.records.models import File

GONE = Words(
    vi="Tệp không còn trong kho lưu trữ; hãy báo người quản trị khôi phục từ bản sao lưu.",
    en="The file is not in the store any more; ask the administrator to restore it from a backup.",
)


@transaction.atomic
def keep(content: BinaryIO, judged: Content, *, at: datetime, seen: Sequence[Page] = ()) -> File:
    """The content, as it was judged, in the store: once, however often it is kept, with what was `seen` of its pages.

    It lies there before the row that names it is committed: a row without its file cannot come to be. The row is
    locked until the caller is through: nobody discards meanwhile what is needed again.
    """
    known = File.objects.select_for_update(no_key=True).filter(sha256=judged.sha256).first()
    looks = {"seen": [asdict(page) for page in seen]} if seen else {}
    if known is not None and known.faulty_since is None and path_of(known.sha256).exists():
        if looks and not known.seen:
            File.objects.filter(pk=known.pk).update(**looks)
        return known
    _written(content, judged)
    told = {"size": judged.size, "content_type": judged.content_type, "pages": judged.pages, "kept_at": at}
    file, _ = File.objects.update_or_create(
        sha256=judged.sha256, defaults={"faulty_since": None} | looks, create_defaults=told | looks
    )
    return file


def opened(file: File) -> BinaryIO:
    """The file to be read. Raises Refusal where the store lost it."""
    try:
        return path_of(file.sha256).open("rb")
    except OSError as gone:
        raise Refusal(GONE) from gone


def path_of(sha256: str) -> Path:
    return Path(settings.FILES) / sha256[:2] / sha256[2:4] / sha256


def lying() -> Iterator[Path]:
    """Everything that lies in the store."""
    return (path for path in Path(settings.FILES).rglob("*") if path.is_file())


def hash_of(path: Path) -> str:
    """The hash of what lies there, empty where nothing can be read."""
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


def _written(content: BinaryIO, judged: Content) -> None:
    """Under a temporary name until all of it is on the disk, then under its own."""
    to = path_of(judged.sha256)
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    content.seek(0)
    with NamedTemporaryFile(dir=to.parent, prefix=".new-", delete=False) as new:
        try:
            while part := content.read(PART):
                new.write(part)
            new.flush()
            os.fsync(new.fileno())
            Path(new.name).replace(to)
        except BaseException:
            Path(new.name).unlink(missing_ok=True)
            raise
    for folder in (to.parent, to.parent.parent, to.parent.parent.parent):
        _settled(folder)


def _settled(folder: Path) -> None:
    """The names in the folder are on the disk too."""
    opened_folder = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened_folder)
    finally:
        os.close(opened_folder)
