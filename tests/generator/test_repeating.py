"""The same order gives the same files, another seed other ones."""

from pathlib import Path

from motcua.evidence.snapshot import open_snapshot
from motcua.generator import Order, generate, truth_file


def digests(order: Order, to: Path) -> dict[str, str]:
    made = generate(order, to)
    return {name: note.sha256 for name, note in open_snapshot(made.folder).manifest.files.items()}


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    order = Order(dossiers=1_500, communes=3, seed=8, faults=0.01)

    assert digests(order, tmp_path / "one") == digests(order, tmp_path / "two")
    assert truth_file(tmp_path / "one").read_bytes() == truth_file(tmp_path / "two").read_bytes()


def test_another_seed_gives_other_dossiers_of_the_same_units(tmp_path: Path) -> None:
    one = digests(Order(dossiers=1_500, communes=3, seed=8), tmp_path / "one")
    two = digests(Order(dossiers=1_500, communes=3, seed=9), tmp_path / "two")

    assert one["dossier.parquet"] != two["dossier.parquet"]
    assert one["unit.parquet"] == two["unit.parquet"]
    assert one["procedure.parquet"] == two["procedure.parquet"]
