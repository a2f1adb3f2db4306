"""The ground truth lists exactly what was changed."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pytest

from motcua.generator import Order, Planted, generate, read_truth
from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants import plants
from motcua.generator.plants.plant import Plant
from motcua.generator.writing import truth_file
from tests.generator.conftest import Ask, asking

ORDER = Order(dossiers=3_000, communes=4, seed=21, faults=0.02)
CLEAN = Order(dossiers=3_000, communes=4, seed=21)


def forget_report(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("report_due", chosen, submitted=np.iinfo(np.int64).min)


def pay_cash(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("payment", chosen, channel="cash")


def lose_letter(ledger: Ledger, chosen: Flags) -> None:
    ledger.drop("courtesy_letter", chosen)


MISSING_REPORT = Plant("report", "report_due", forget_report)
CASH = Plant("cash", "payment", pay_cash, whole_units=True)
NO_LETTER = Plant("letter", "courtesy_letter", lose_letter, also=("letters-few",))


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Both worlds at once: the clean one as it is, the planted one in the schema `planted`."""
    made = tmp_path_factory.mktemp("planting")
    faults = dict(plants()) | {one.rule: one for one in (MISSING_REPORT, CASH, NO_LETTER)}
    wanted = ("TTHC-014", "TTHC-010", "TTHC-030", "report", "cash", "letter")
    generate(ORDER, made / "planted", faults={code: faults[code] for code in wanted})
    generate(CLEAN, made / "clean")
    with duckdb.connect() as connection:
        question = asking(connection, made / "clean")
        connection.execute("CREATE SCHEMA planted")
        for table in ("dossier", "slip", "payment", "report_due", "courtesy_letter", "result", "posting"):
            path = made / "planted" / f"{table}.parquet"
            connection.execute(f"CREATE VIEW planted.{table} AS FROM '{path}'")
        connection.execute(f"CREATE VIEW truth AS FROM read_csv('{truth_file(made / 'planted')}', all_varchar = true)")
        yield question


def changed(table: str, key: str, columns: str) -> str:
    return f"""SELECT unit_id, {key} FROM (SELECT unit_id, {key}, {columns} FROM planted.{table}
        EXCEPT SELECT unit_id, {key}, {columns} FROM {table})"""


def told(*rules: str) -> str:
    names = ", ".join(f"'{rule}'" for rule in rules)
    return f"SELECT unit_id, coalesce(subject, '') FROM truth WHERE rule IN ({names})"


@pytest.mark.parametrize(
    ("what", "rules"),
    [
        (changed("dossier", "dossier_id", "finished_at"), ("TTHC-014", "TTHC-030")),
        (changed("result", "dossier_id", "issued_at"), ("TTHC-014",)),
        (changed("slip", "slip_id", "component_rows"), ("TTHC-010",)),
        (changed("report_due", "report_id", "submitted_on"), ("report",)),
        (
            "SELECT unit_id, '' FROM payment EXCEPT SELECT unit_id, '' FROM planted.payment WHERE channel <> 'cash'",
            ("cash",),
        ),
        (
            "SELECT unit_id, letter_id FROM courtesy_letter"
            " EXCEPT SELECT unit_id, letter_id FROM planted.courtesy_letter",
            ("letter",),
        ),
    ],
)
def test_the_truth_is_what_differs_from_the_clean_world(ask: Ask, what: str, rules: tuple[str, ...]) -> None:
    assert ask(f"SELECT count(*) > 0 FROM ({told(*rules)})") == [(True,)]
    assert ask(f"({what}) EXCEPT ({told(*rules)})") == []
    assert ask(f"({told(*rules)}) EXCEPT ({what})") == []


def test_a_dossier_carries_one_fault_at_most(ask: Ask) -> None:
    dossiers = "rule IN ('TTHC-014', 'TTHC-010', 'TTHC-030')"

    code = "regexp_extract(subject, '^.*-[0-9]{6}-[0-9]{4}')"

    assert ask(f"SELECT {code} FROM truth WHERE {dossiers} GROUP BY ALL HAVING count(*) > 1") == []


def test_rules_that_find_the_same_are_told_too(ask: Ask) -> None:
    assert ask(f"({told('letter')}) EXCEPT ({told('letters-few')})") == []


def test_what_no_plant_touches_stays_the_same(ask: Ask) -> None:
    assert ask("(FROM posting) EXCEPT (FROM planted.posting)") == []


def test_planted_late_dossiers_are_late(ask: Ask) -> None:
    late = "SELECT unit_id, dossier_id FROM planted.dossier WHERE finished_at > due_at"

    assert sorted(ask(late)) == sorted(ask(told("TTHC-014")))


def test_without_faults_nothing_is_planted(tmp_path: Path) -> None:
    generate(CLEAN, tmp_path / "province")

    assert read_truth(tmp_path / "province") == []


def test_the_truth_is_read_as_it_was_written(tmp_path: Path) -> None:
    made = generate(ORDER, tmp_path / "province", faults={"report": MISSING_REPORT})
    truth = read_truth(tmp_path / "province")

    assert len(truth) == made.faults
    assert truth == sorted(truth)
    assert all(isinstance(one, Planted) and one.rule == "report" for one in truth)
