"""Promises about validation: each planted fault has its verdict and its reason."""

import io
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from motcua.signing.boxes import Box
from motcua.signing.local.authority import Authority
from motcua.signing.local.times import time_stamps
from motcua.signing.reasons import Reason
from motcua.signing.signing import sign
from motcua.signing.stamps import PersonStamp
from motcua.signing.trust import Trust
from motcua.signing.update import fields, opened
from motcua.signing.validation import Changes, Report, Verdict, validate
from tests.printing.samples import AT
from tests.signing.world import DAY, NAME, OFFICE, World


def reason(report: Report) -> str:
    return report.signatures[0].reason.words.vi


def test_both_signatures_hold_and_only_permitted_changes_came_after(world: World) -> None:
    report = validate(world.archived(), world.trust, at=AT + DAY)
    assert (report.person, report.agency) == (Verdict.VALID, Verdict.VALID)
    person, agency = report.signatures
    assert (person.name, person.organisation, person.capacity) == (NAME, OFFICE, "person")
    assert (agency.name, agency.capacity) == (OFFICE, "agency")
    assert person.proven and agency.proven
    assert person.signed_at == agency.signed_at == AT
    assert {person.changes, agency.changes} == {Changes.PERMITTED}


def test_a_signature_without_a_time_stamp_says_a_moment_that_is_not_proven(world: World) -> None:
    report = validate(sign(world.blank, world.person, field="person", at=AT), world.trust, at=AT + DAY)
    assert (report.person, report.agency) == (Verdict.VALID, Verdict.NONE)
    assert (report.signatures[0].signed_at, report.signatures[0].proven) == (AT, False)


def test_a_flipped_byte_is_found(world: World) -> None:
    held = bytearray(world.signed())
    place = held.index(b"/MediaBox") + 12
    held[place] = ord("1") if held[place] != ord("1") else ord("2")
    report = validate(bytes(held), world.trust, at=AT)
    assert report.person is Verdict.INVALID
    assert "thay đổi sau khi ký" in reason(report)


def test_content_added_after_signing_is_forbidden(world: World) -> None:
    update = opened(world.sealed())
    page = update.page(0).get_object()
    page["/Rotate"] = page["/MediaBox"][0]
    update.update_container(page)
    report = validate(update.done(), world.trust, at=AT)
    assert (report.person, report.agency) == (Verdict.INVALID, Verdict.INVALID)
    assert {held.changes for held in report.signatures} == {Changes.FORBIDDEN}
    assert "thêm hoặc sửa" in reason(report)


def test_a_number_changed_after_the_seal_is_forbidden(world: World) -> None:
    update = opened(world.sealed())
    held = dict(fields(update))["number"].get_object()
    held["/V"] = held["/T"]
    update.update_container(held)
    report = validate(update.done(), world.trust, at=AT)
    assert report.agency is Verdict.INVALID


def test_a_removed_page_is_found(world: World) -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(world.signed())))
    writer.remove_page(1)
    out = io.BytesIO()
    writer.write(out)
    assert validate(out.getvalue(), world.trust, at=AT).person is not Verdict.VALID


def test_who_is_not_in_the_trust_list_is_invalid(world: World) -> None:
    stranger = Authority.root("Lạ", at=AT - DAY).person(NAME, OFFICE, at=AT - DAY)
    report = validate(sign(world.blank, stranger, field="person", at=AT), world.trust, at=AT)
    assert report.person is Verdict.INVALID
    assert "danh sách tin cậy" in reason(report)


def test_a_certificate_revoked_before_it_signed_is_invalid_and_later_only_unproven_moments_suffer(
    world: World,
) -> None:
    authority = Authority.root("Gốc", at=AT - 9 * DAY)
    key, clock = authority.person(NAME, OFFICE, at=AT - 8 * DAY), authority.time_stamper("Giờ", at=AT - 8 * DAY)
    plain = sign(world.blank, key, field="person", at=AT)
    stamped = sign(world.blank, key, field="person", at=AT, time=time_stamps(clock, lambda: AT))
    authority.revoke(key.chain(), at=AT - DAY)
    report = validate(stamped, authority.trust(at=AT + DAY), at=AT + 2 * DAY)
    assert report.person is Verdict.INVALID
    assert "thu hồi trước khi ký" in reason(report)
    authority.revoke(key.chain(), at=AT + DAY)
    later = authority.trust(at=AT + 2 * DAY)
    assert validate(stamped, later, at=AT + 3 * DAY).person is Verdict.VALID
    assert validate(plain, later, at=AT + 3 * DAY).person is Verdict.UNKNOWN


def test_a_certificate_that_had_expired_is_invalid(world: World) -> None:
    short = world.issuing.person(NAME, OFFICE, at=AT - 5 * DAY, days=2)
    report = validate(sign(world.blank, short, field="person", at=AT), world.trust, at=AT)
    assert report.person is Verdict.INVALID
    assert "hết hạn khi ký" in reason(report)


def test_without_a_revocation_list_nothing_is_known(world: World) -> None:
    whole = world.trust
    bare = Trust(whole.roots, whole.intermediates, (), whole.rules)
    report = validate(sign(world.blank, world.person, field="person", at=AT), bare, at=AT)
    assert report.person is Verdict.UNKNOWN
    assert "danh sách thu hồi" in reason(report)


def test_without_a_rule_nobody_knows_for_whom_it_stands(world: World) -> None:
    whole = world.trust
    report = validate(world.signed(), Trust(whole.roots, whole.intermediates, whole.lists), at=AT)
    assert report.person is Verdict.UNKNOWN


def test_a_picture_of_a_stamp_is_no_signature(world: World) -> None:
    from motcua.signing.stamps import drawn

    for pdf in (world.blank, drawn(PersonStamp(NAME), 100.0, 50.0)):
        report = validate(pdf, world.trust, at=AT)
        assert (report.person, report.agency, report.signatures) == (Verdict.NONE, Verdict.NONE, ())


def test_a_broken_file_is_a_report_with_a_reason(world: World) -> None:
    for held in (b"", b"%PDF-1.7\n", world.signed()[:-4000], b"\x00" * 500):
        assert validate(held, world.trust, at=AT).reason is Reason.BROKEN_FILE


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_changed_byte_under_a_signature_that_is_still_there_is_called_a_change(data: st.DataObject) -> None:
    held = bytearray(SIGNED)
    held[data.draw(st.sampled_from(OVER))] ^= data.draw(st.integers(1, 255))

    report = validate(bytes(held), TRUST, at=AT)

    assert (report.person, report.agency) == (Verdict.INVALID, Verdict.NONE)
    assert {one.reason for one in report.signatures} == {Reason.CHANGED}
    assert report.signatures[0].name == NAME


def test_a_file_whose_table_is_lost_is_called_changed_and_damaged() -> None:
    report = validate(SIGNED.replace(b"startxref", b"startxxxx"), TRUST, at=AT)

    assert (report.person, report.agency, report.reason) == (Verdict.INVALID, Verdict.NONE, Reason.BROKEN_FILE)
    assert report.signatures[0].reason is Reason.CHANGED
    assert TRUST.version_for(report.bound) != replace(TRUST, rules=()).version_for(report.bound)


def test_of_two_signatures_on_a_damaged_file_only_that_over_the_change_is_invalid(world: World) -> None:
    sealed = world.sealed()
    place = sealed.rindex(b"startxref")

    report = validate(sealed[:place] + b"x" + sealed[place + 1 :], world.trust, at=AT)

    assert (report.person, report.agency) == (Verdict.UNKNOWN, Verdict.INVALID)
    assert [one.reason for one in report.signatures] == [Reason.BROKEN_FILE, Reason.CHANGED]


def test_whose_a_changed_signature_on_a_damaged_file_is_is_unknown_without_a_rule() -> None:
    report = validate(SIGNED.replace(b"startxref", b"startxxxx"), replace(TRUST, rules=()), at=AT)

    assert (report.person, report.agency) == (Verdict.UNKNOWN, Verdict.UNKNOWN)
    assert report.signatures[0].verdict is Verdict.INVALID


def test_a_signature_that_the_changed_file_does_not_show_any_more_is_no_missing_one() -> None:
    report = validate(SIGNED.replace(b"/AcroForm", b"/AcroFork"), TRUST, at=AT)

    assert (report.person, report.signatures[0].reason) == (Verdict.INVALID, Reason.CHANGED)


def test_what_is_put_behind_a_file_until_it_cannot_be_read_leaves_its_signature_unknown() -> None:
    report = validate(SIGNED + b"\nstartxref\n7\n%%EOF\n", TRUST, at=AT)

    assert (report.person, report.agency, report.reason) == (Verdict.UNKNOWN, Verdict.UNKNOWN, Reason.BROKEN_FILE)


def test_a_box_has_a_size() -> None:
    assert (Box(0, 1, 2, 4, 8).width, Box(0, 1, 2, 4, 8).height) == (3, 6)


WORLD = World.made()
SIGNED = sign(WORLD.blank, WORLD.person, field="person", at=AT)
TRUST = WORLD.trust
OPENS = SIGNED.index(b"<", SIGNED.rindex(b"/Contents"))
RANGE = SIGNED.index(b"/ByteRange", OPENS)
UNREADABLE = {*range(OPENS, SIGNED.index(b">", OPENS) + 1), *range(RANGE, SIGNED.index(b"]", RANGE) + 1)}
OVER = [place for place in range(len(SIGNED)) if place not in UNREADABLE]  # but what says where it is and of what
