"""Promises about the trust list: one YAML file and the files beside it."""

from dataclasses import replace
from pathlib import Path

import pytest

from motcua.language import Refusal
from motcua.signing.local.authority import POLICIES
from motcua.signing.trust import Capacity, read
from motcua.signing.validation import Verdict, validate
from tests.printing.samples import AT
from tests.signing.world import World

SAID = f"""
roots: [root.der]
intermediates: [issuing.der]
lists: [issuing.crl, root.crl]
capacities:
  - {{capacity: person, policy: {POLICIES[Capacity.PERSON]}}}
  - {{capacity: agency, subject: "^Ủy ban", issuer: "CA thử nghiệm"}}
"""


@pytest.fixture
def listed(world: World, tmp_path: Path) -> Path:
    trust = world.trust
    for name, held in zip(("root.der", "issuing.der"), (*trust.roots, *trust.intermediates), strict=True):
        (tmp_path / name).write_bytes(held)
    for name, held in zip(("issuing.crl", "root.crl"), trust.lists, strict=True):
        (tmp_path / name).write_bytes(held)
    file = tmp_path / "trust.yaml"
    file.write_text(SAID, encoding="utf-8")
    return file


def test_signatures_are_judged_by_the_list_of_a_file_and_rules_by_issuer_and_subject_fit(
    world: World, listed: Path
) -> None:
    report = validate(world.sealed(), read(listed), at=AT)
    assert (report.person, report.agency) == (Verdict.VALID, Verdict.VALID)


def test_another_revocation_list_makes_another_version(world: World, listed: Path) -> None:
    before = read(listed)
    assert before.version == read(listed).version
    newer = world.issuing.revocation_list(at=AT)
    assert replace(before, lists=(*before.lists, newer)).version != before.version


def test_a_list_that_cannot_be_read_is_refused_by_name(listed: Path) -> None:
    (listed.parent / "root.crl").write_bytes(b"nothing")
    with pytest.raises(Refusal, match=r"trust\.yaml"):
        read(listed)
    listed.write_text("roots: [gone.pem]", encoding="utf-8")
    with pytest.raises(Refusal, match=r"trust\.yaml"):
        read(listed)
