"""The same rows in as many commits by psycopg alone: the statements that two lives wrote, played again.

What differs between the two lives varies from dossier to dossier: keys that the database gave are given anew, texts
and numbers get an ending of their own. No line of the office's code runs.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from django.db import connection
from django.db.backends.utils import CursorWrapper

from bench.desk.place import Place, life

WRITES = re.compile(r"^\s*(INSERT|UPDATE)", re.IGNORECASE)
GIVES_KEY = re.compile(r'RETURNING \S+"id"$')  # the number that a counter returns is no key
COMMIT = "COMMIT"
STRIDE, APART = 1_000, 50_000_000


@dataclass
class Written:
    """One statement that wrote: its SQL, its parameters and the key that the database gave for it."""

    sql: str
    parameters: Sequence[Any]
    key: int | None = None


@dataclass
class Script:
    """The statements of one life in order, commits between them; of each parameter whether it varies."""

    first: list[Written | str]
    second: list[Written | str]
    keys: dict[int, int] = field(default_factory=dict)


def recorded(place: Place) -> Script:
    """Two lives recorded, after one that begins the unit's books.

    Raises ValueError where they did not write the same statements.
    """
    life(place)
    lives: list[list[Written | str]] = []
    for _ in range(2):
        heard: list[Written | str] = []
        with _listening(heard):
            life(place, lambda: heard.append(COMMIT))  # noqa: B023  called at once
        lives.append(heard)
    first, second = lives
    if [_sql(one) for one in first] != [_sql(one) for one in second]:
        raise ValueError("two lives wrote different statements")
    return Script(first, second)


def play(script: Script, url: str, worker: int, seconds: float) -> tuple[int, float]:
    """Lives played until the time is up, and the seconds they took."""
    with psycopg.connect(url, prepare_threshold=2) as wire:
        number, began = 0, time.monotonic()
        while time.monotonic() - began < seconds:
            number += 1
            _one_life(script, wire, worker * APART + number * STRIDE)
        return number, time.monotonic() - began


def _one_life(script: Script, wire: "psycopg.Connection[Any]", apart: int) -> None:
    given: dict[int, int] = {}
    with wire.cursor() as cursor:
        for one, other in zip(script.first, script.second, strict=True):
            if isinstance(one, str) or isinstance(other, str):
                wire.commit()
                continue
            values = [_varied(a, b, given, apart) for a, b in zip(one.parameters, other.parameters, strict=True)]
            cursor.execute(one.sql.encode(), values)
            if one.key is not None and cursor.description and (row := cursor.fetchone()):
                given[one.key] = row[0]


def _varied(first: Any, second: Any, given: dict[int, int], apart: int) -> Any:
    if first == second or first is None:
        return first
    if isinstance(first, list):  # rows that were inserted together, column by column
        return [_varied(a, b, given, apart) for a, b in zip(first, second, strict=True)]
    if isinstance(first, int):
        return given.get(first, first + apart)
    if isinstance(first, str) and len(first) < 60:
        return f"{first}+{apart}"
    return first


def _sql(one: Written | str) -> str:
    return one if isinstance(one, str) else one.sql


@contextmanager
def _listening(heard: list[Written | str]) -> Iterator[None]:
    """Every statement that writes, with the key that came back for it."""

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        result = execute(sql, params, many, context)
        if WRITES.match(sql):
            cursor: CursorWrapper = context["cursor"]
            written = Written(sql, list(params or ()))
            if GIVES_KEY.search(sql) and cursor.description:
                row = cursor.fetchone()
                written.key = row[0]
                cursor.cursor.scroll(0, mode="absolute")
            heard.append(written)
        return result

    with connection.execute_wrapper(listen):
        yield
