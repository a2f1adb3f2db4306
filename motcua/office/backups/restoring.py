"""Puts a saved office back: the files first, then the database in one transaction, then the journal is read again."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from motcua.language import Refusal, Words, say
from motcua.office.backups import manifest
from motcua.office.backups.databases import is_empty, means, migrated
from motcua.office.backups.saving import FILES
from motcua.office.journal.models import Chain
from motcua.office.journal.verifying import verify

OTHER_DATABASE = Words(
    vi="{folder}: bản sao lưu của {saved}, cơ sở dữ liệu đang dùng là {used}; hãy đặt DATABASE_URL cho {saved}.",
    en="{folder}: the backup is of {saved}, the database in use is {used}; set DATABASE_URL to a {saved}.",
)
IN_USE = Words(
    vi="Cơ sở dữ liệu đang có dữ liệu; hãy dùng cơ sở dữ liệu trống, hoặc dừng phần mềm rồi thêm --over để ghi đè.",
    en="The database is not empty; use an empty one, or stop the desk and add --over to write over it.",
)
NEWER = Words(
    vi="{folder}: do phiên bản mới hơn ghi ({migration}); hãy cài phiên bản đó rồi chạy lại.",
    en="{folder}: a newer version wrote it ({migration}); install that version and run this again.",
)
NOT_WHOLE = Words(
    vi="Đã khôi phục nhưng nhật ký không đúng như khi sao lưu: {fault}",
    en="Restored, but the journal is not what was saved: {fault}",
)
OTHER_HEADS = Words(vi="đầu sổ khác với bản kê", en="its heads are not those of the manifest")


def restore(source: Path, *, over: bool) -> manifest.Manifest:
    """Raises Refusal, with everything as it was, where the backup is not whole or not for this database."""
    told, way = manifest.read(source), means()
    if told.database != way.kind:
        raise Refusal(OTHER_DATABASE, folder=source, saved=told.database, used=way.kind)
    if unknown := set(told.migrations) - migrated() - _of_others(told):
        raise Refusal(NEWER, folder=source, migration=".".join(min(unknown)))
    if not over and not is_empty():
        raise Refusal(IN_USE)
    _put_back_files(source / FILES)
    way.put_back(source / way.file)
    call_command("migrate", verbosity=0)
    _verified(told)
    return told


def _of_others(told: manifest.Manifest) -> set[tuple[str, str]]:
    """Migrations of apps that are not installed any more: their tables are put back and not asked for."""
    known = {app for app, _ in migrated()}
    return {(app, name) for app, name in told.migrations if app not in known}


def _put_back_files(source: Path) -> None:
    store = Path(settings.FILES)
    for path in source.rglob("*"):
        to = store / path.relative_to(source)
        if path.is_file() and not (to.exists() and manifest.hash_of(to) == manifest.hash_of(path)):
            to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = to.with_name(f".new-{to.name}")
            shutil.copyfile(path, part)
            part.replace(to)


def _verified(told: manifest.Manifest) -> None:
    for fault in verify():
        raise Refusal(NOT_WHOLE, fault=str(fault))
    if set(Chain.objects.values_list("unit", "serial", "hash")) != set(told.heads):
        raise Refusal(NOT_WHOLE, fault=say(OTHER_HEADS))
