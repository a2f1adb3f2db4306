"""The database itself refuses to change or delete a line of the journal or a seal."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("journal_entry", "journal_seal")
SQLITE = """
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table}
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$
"""
POSTGRES = """
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table}
FOR EACH {each} EXECUTE FUNCTION journal_append_only()
"""


def refuse(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    postgres = schema_editor.connection.vendor == "postgresql"
    if postgres:
        schema_editor.execute(POSTGRES_FUNCTION)
    for table in TABLES:
        for what in ("UPDATE", "DELETE"):
            schema_editor.execute((POSTGRES if postgres else SQLITE).format(table=table, what=what, each="ROW"))
        if postgres:
            schema_editor.execute(POSTGRES.format(table=table, what="TRUNCATE", each="STATEMENT"))


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(refuse, migrations.RunPython.noop, elidable=False)]
