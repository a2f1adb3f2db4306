"""What people call what `coverage` names: a table's source, and one kind of thing in it."""

from motcua.evidence.readers.headings import title
from motcua.evidence.readers.vocabulary import synonyms
from motcua.evidence.tables import CONTRACT


def source_title(name: str) -> str:
    """The Vietnamese title of a table, `table.column` or `table/kind`; of a column the table's alone."""
    table, _, kind = name.partition("/")
    table = table.partition(".")[0]
    return f"{title(table)} ({kind_title(table, kind)})" if kind else title(table)


def kind_title(table: str, kind: str) -> str:
    """What people call one kind of thing in a table."""
    words: tuple[str, ...] = synonyms(table, CONTRACT[table].kinds_in).get(kind, ())
    return words[0] if words else kind
