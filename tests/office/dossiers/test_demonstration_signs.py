"""The demonstration: real acts alone, dossiers and documents in every state, signed with keys of its own."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents.files import current
from motcua.office.documents.models import Capacity, OutgoingDocument, Secrecy, State, Verdict
from motcua.office.documents.remote import key_of
from motcua.office.documents.verdicts import verdict_of
from motcua.office.dossiers.demonstration.keys import LIST, certify, made, opened
from motcua.office.dossiers.demonstration.weeks import play
from motcua.office.dossiers.models import (
    Certification,
    DigitalCopy,
    Dossier,
    Leg,
    MediationCase,
    Result,
    Slip,
    Status,
    Step,
)
from motcua.office.dossiers.signatures import signed_and_sealed, to_seal, to_sign
from motcua.office.journal.models import Entry
from motcua.office.people.accounts import shown_code
from motcua.office.people.models import Officer, Unit
from motcua.office.procedures.postings import missing
from motcua.signing.demo_service import demo_service
from tests.office.documents.trusted import ENGINE
from tests.world import World, moment

NOW = moment("2026-11-20 10:00")


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.SIGNING_ENGINE, settings.TRUST_LIST = ENGINE, tmp_path / "signing" / LIST
    return tmp_path / "signing"


@pytest.mark.django_db
def test_the_weeks_hold_dossiers_and_documents_in_every_state_and_no_act_was_refused(folder: Path, files: None) -> None:
    played = play("một mật khẩu rất dài", NOW, made(folder, NOW))

    assert played.refused == []
    _dossiers_in_every_state()
    _documents_in_every_state()
    _copies_in_every_state()
    lan = Officer.objects.get(username="lan")
    assert lan.check_password("một mật khẩu rất dài")
    assert len(shown_code("hoa")) == 6
    with pytest.raises(Refusal):
        shown_code("lan")


def _dossiers_in_every_state() -> None:
    seen = set(Dossier.objects.values_list("status", flat=True))
    assert seen >= set(Status) - {Status.FINANCIAL_DUTY}, "what waits for a duty has been paid by now"
    assert Entry.objects.filter(act="dossier.duty_paid").exists()
    assert set(Slip.objects.values_list("kind", flat=True)) >= {
        "receipt",
        "supplement",
        "refusal",
        "apology",
        "control",
    }
    assert Certification.objects.exists()
    assert Leg.objects.exists()
    assert MediationCase.objects.exists()
    assert not Dossier.objects.filter(received_at__gt=NOW).exists()
    commune = Unit.objects.get(unit_id="30112-2025")
    assert missing(commune, NOW.date())
    old = Step.objects.filter(unit__unit_id="30127", received_at__gt=moment("2025-07-01 00:00"))
    assert old.exists(), "the successor works on with dossiers of the old commune"


def _documents_in_every_state() -> None:
    documents = list(OutgoingDocument.objects.all())
    assert {one.state for one in documents} == set(State) - {State.SENT_BACK, State.SEALED}
    assert any(one.on_paper and one.issued_at for one in documents)
    assert any(one.secrecy != Secrecy.OPEN for one in documents)
    results = Result.objects.filter(document__isnull=False)
    assert results.exists()
    digital = [one for one in documents if one.issued_at and not one.on_paper]
    verdicts = [Verdict.objects.get(file=last.file) for one in digital if (last := current(one))]
    assert {(one.person, one.agency) for one in verdicts} == {("valid", "valid")}
    assert verdict_of(verdicts[0].file, NOW).trust == verdicts[0].trust


def _copies_in_every_state() -> None:
    """Not signed, signed, and sealed as well; what is signed holds."""
    assert to_sign().filter(result__isnull=False).exists()
    assert to_seal().exists()
    assert signed_and_sealed().filter(result__document=None).exists()
    signed = DigitalCopy.objects.filter(signed__isnull=False)
    assert set(signed.values_list("signed__verdict__person", flat=True)) == {"valid"}


def test_the_folder_is_its_owner_s_alone(folder: Path) -> None:
    made(folder, NOW)

    assert {file.stat().st_mode & 0o077 for file in (folder, *folder.rglob("*"))} == {0}


def test_the_revocation_list_is_made_anew_by_the_same_authority(folder: Path) -> None:
    before = made(folder, NOW).folder.joinpath("revoked.der").read_bytes()
    opened(folder).renew(NOW + timedelta(days=29))

    assert (folder / "revoked.der").read_bytes() != before


def test_where_no_keys_were_made_one_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="make demo"):
        opened(tmp_path)


def test_heads_and_seals_are_known_to_the_signing_service(world: World, folder: Path, settings: Settings) -> None:
    keys, told = made(folder, NOW), dict[str, str]()
    certify(keys, {world.hoa: world.ward}, [world.ward], NOW)
    hoa = Officer.objects.get(pk=world.hoa.pk)
    with demo_service(keys.files(), keys.password.encode(), keys.bearer, told.__setitem__) as (address, _):
        settings.SIGNING_SERVICE, settings.SIGNING_BEARER = address, keys.bearer
        key = key_of(hoa, Capacity.PERSON, world.ward, lambda: told["hoa"])
        key.send_code()
        assert len(key.sign(b"said")) == 256
