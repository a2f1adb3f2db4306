"""The office's own records as evidence."""

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.snapshot import write
from tests.world import THURSDAY_MORNING, World, moment


def test_a_received_dossier_is_evidence_without_naming_anyone(world: World, tmp_path: Path) -> None:
    dossier = receive(world.reception(), by=world.lan, at=THURSDAY_MORNING)

    written = write(tmp_path / "evidence", key=b"k" * 32, at=moment("2023-07-28 17:00"))

    row = pq.read_table(tmp_path / "evidence" / "dossier.parquet").to_pylist()[0]
    assert (written["dossier"], written["dossier_component"], written["slip"]) == (1, 2, 2)
    assert (row["dossier_id"], row["received_on"]) == (dossier.code, date(2023, 7, 27))
    assert row["received_at"] == THURSDAY_MORNING
    assert world.binh.name not in str(row) and world.binh.number not in str(row)
