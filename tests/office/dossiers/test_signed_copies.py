"""What a signed copy is: the file, what stands on it, what is found on it and where that counts."""

import json
import shutil
import subprocess
from datetime import date

import pypdfium2 as pdfium
import pytest
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents.verdicts import recheck, verdict_of
from motcua.office.dossiers.acts.copy_signing import (
    ask_copy_signature,
    sign_copy_with,
)
from motcua.office.dossiers.acts.digitisation import certify_copy, scan_paper
from motcua.office.dossiers.acts.reuse import reuse_copy
from motcua.office.dossiers.digitisation import copies_in_use, valid_copies_of_papers
from motcua.office.dossiers.guards import copy_signing as guards
from motcua.office.dossiers.models import DigitalCopy
from motcua.office.dossiers.reuse import dossier_of, in_store
from motcua.office.dossiers.rounds import check_signatures
from motcua.office.dossiers.signatures import not_signed, to_seal, to_sign
from motcua.office.journal.models import Entry
from motcua.office.records.content import judge
from motcua.office.records.models import File, Reading
from motcua.office.records.store import keep, path_of
from motcua.office.records.verifying import verify
from motcua.signing.local.authority import Authority
from tests.office.documents import trusted
from tests.office.dossiers import life
from tests.office.dossiers.compared import AGENCY, PERSON, SEALED, SIGNED, Keys, now, scanned, sealed
from tests.office.records.scans import scan
from tests.world import World, moment

LATER = moment("2023-07-28 15:45")


def test_who_compares_signs_and_the_agency_after_and_the_scan_stays_untouched(world: World, keys: Keys) -> None:
    copy = sealed(world, keys)

    assert copy.signed is not None
    assert (copy.certified_by, copy.certified_at) == (world.van, SIGNED)
    assert (copy.signed.verdict.person, copy.signed.verdict.agency, copy.signed.verdict.reasons) == (
        "valid", "valid", [],
    )  # fmt: skip
    assert path_of(copy.file.sha256).read_bytes() == scan().getvalue()
    assert path_of(copy.signed.sha256).read_bytes().startswith(scan().getvalue())
    assert copy.signed.pages == copy.file.pages
    assert life.lines(dossier_of(copy))[-2:] == ["dossier.copy_signed", "dossier.copy_sealed"]


def test_the_first_page_says_at_its_top_right_who_compared_who_sealed_and_when(world: World, keys: Keys) -> None:
    before, after = scanned(world), sealed(world, keys)
    assert after.signed is not None
    assert inked(before.file) == (0, 0)
    corner, elsewhere = inked(after.signed)
    assert corner > 300
    assert elsewhere == 0


def inked(file: File) -> tuple[int, int]:
    """Blue dots of the first page: in the top right corner, and everywhere else."""
    document = pdfium.PdfDocument(path_of(file.sha256))
    document.init_forms()
    shown = document[0].render(scale=2, may_draw_forms=True).to_pil().convert("RGB")
    document.close()
    dots = shown.load()
    blue = [(x, y) for x in range(shown.width) for y in range(shown.height) if dots[x, y][2] > dots[x, y][0] + 60]
    corner = sum(x > shown.width - 400 and y < 200 for x, y in blue)
    return corner, len(blue) - corner


def test_another_program_finds_both_signatures_whole(world: World, keys: Keys) -> None:
    copy, tool = sealed(world, keys), shutil.which("pdfsig")
    assert copy.signed is not None and tool
    command = [tool, "-nocert", str(path_of(copy.signed.sha256))]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert said.count("Signature Validation: Signature is Valid.") == 2
    assert "Total document signed" in said


def test_the_readable_pdf_is_signed_where_the_scan_was_read(world: World, keys: Keys) -> None:
    copy = scanned(world)
    readable = digitise_as_read(copy)

    sign_copy_with(keys.van, copy.pk, PERSON, by=world.van, at=SIGNED)

    signed_file = now(copy).signed
    assert signed_file is not None
    assert path_of(signed_file.sha256).read_bytes().startswith(path_of(readable.sha256).read_bytes())


def digitise_as_read(copy: DigitalCopy) -> File:
    """The scan read: a PDF with text beside it."""
    content = scan(width=600)
    readable = keep(content, judge(content), at=SIGNED)
    Reading.objects.filter(file=copy.file).update(state="done", read_at=SIGNED, result=readable)
    return readable


def test_what_is_found_on_the_signed_file_is_what_the_inspection_reads(world: World, keys: Keys) -> None:
    copy = scanned(world)
    dossier = dossier_of(copy)
    verdict_of(copy.file, SIGNED)
    assert list(not_signed()) == [dossier]
    assert list(to_sign()) == [copy]

    sign_copy_with(keys.van, copy.pk, PERSON, by=world.van, at=SIGNED)
    assert list(not_signed()) == [dossier]
    assert not to_sign() and list(to_seal()) == [copy]

    sign_copy_with(keys.seal, copy.pk, AGENCY, by=world.van, at=SEALED)
    assert not not_signed() and not to_seal()


def test_a_copy_compared_before_without_a_key_is_signed_later(world: World, keys: Keys) -> None:
    copy = scanned(world)
    certify_copy(dossier_of(copy).pk, copy.pk, by=world.minh, at=SIGNED)

    sign_copy_with(keys.van, copy.pk, PERSON, by=world.van, at=LATER)

    assert (now(copy).certified_by, now(copy).certified_at) == (world.van, LATER)
    line = Entry.objects.filter(act="dossier.copy_signed").get()
    assert json.loads(line.old) == {"certified_by": "minh"}
    assert set(json.loads(line.new)) == {"file", "signed", "of", "certificate"}


def test_a_paper_signed_counts_and_used_again_it_brings_its_signature(world: World, keys: Keys) -> None:
    former = life.in_work(world)
    copy = scan_paper(former.pk, 2, contents=[scan(2)], by=world.minh, at=SIGNED)
    minh = keys.authority.person("Trần Văn Minh", "Phường 12", at=trusted.MADE)
    sign_copy_with(minh, copy.pk, PERSON, by=world.minh, at=SIGNED)
    sign_copy_with(keys.seal, copy.pk, AGENCY, by=world.van, at=SEALED)
    assert list(valid_copies_of_papers()) == [copy]
    dossier = life.received(world)
    offer = in_store(dossier, date(2023, 7, 28))[0]

    again = reuse_copy(dossier.pk, 2, offer.copy.pk, by=world.lan, at=LATER)

    assert again.signed == now(copy).signed
    with pytest.raises(Refusal) as caught:
        ask_copy_signature(again.pk, PERSON, keys.lan.chain(), by=world.lan, at=LATER)
    assert caught.value.words == guards.USED_AGAIN


def test_a_flipped_byte_is_found_and_the_copy_counts_no_more(world: World, keys: Keys) -> None:
    copy = sealed(world, keys)
    assert copy.signed is not None
    path = path_of(copy.signed.sha256)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    assert [fault.sha256 for fault in verify(LATER)] == [copy.signed.sha256]
    assert not copies_in_use().exists()


def test_when_the_trust_list_changes_signed_copies_are_looked_at_anew(
    world: World, keys: Keys, settings: Settings
) -> None:
    copy = sealed(world, keys)
    check_signatures(LATER)
    assert recheck(LATER) == 0
    trusted.trusting(Authority.root("Tổ chức khác", at=trusted.MADE), settings.TRUST_LIST)

    check_signatures(LATER)

    again = now(copy)
    assert again.signed is not None
    assert (again.signed.verdict.person, again.signed.verdict.agency) == ("invalid", "invalid")
    assert list(not_signed()) == [dossier_of(copy)]
