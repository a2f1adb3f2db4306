"""What is promised of the agent on a real token: whom it hears, what it signs, and what it says when it does not."""

import shutil
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest
from asn1crypto import cms

from motcua.language import Refusal
from motcua.signing.raw import fingerprint, verifies
from motcua.signing.token.answers import Answers
from motcua.signing.token.device import NO_TOKEN, REFUSALS, WRONG_PIN, Device, spoken
from motcua.signing.token.pin import Pins
from tests.signing.certificates import officer
from tests.signing.token.asking import ask, request
from tests.signing.token.conftest import MODULE, Place, attributes, library

RSA, EC = officer("rsa").certificate, officer("ec").certificate


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_what_it_signs_verifies_with_the_certificate(place: Place, kind: str) -> None:
    certificate = officer(kind).certificate

    heard = ask(place.address, "POST", "/sign", request(certificate, "một", "hai", "ba"))

    assert heard.status == 200
    assert list(heard.signatures) == ["một", "hai", "ba"]
    for text, signature in heard.signatures.items():
        assert verifies(certificate, attributes(text, certificate), signature)
    assert len(place.holder.asked) == 1  # one PIN for all
    assert place.holder.asked[0].titles == ("Văn bản một", "Văn bản hai", "Văn bản ba")
    assert place.holder.asked[0].origin == "https://desk.example"


def test_it_lists_who_may_sign_with_the_certificates_above_them(place: Place) -> None:
    found = ask(place.address, "GET", "/certificates").said["certificates"]

    assert isinstance(found, list)
    assert {one["sha256"] for one in found} == {fingerprint(RSA), fingerprint(EC)}  # the roots sign no documents
    rsa = next(one for one in found if one["sha256"] == fingerprint(RSA))
    assert (rsa["subject"], rsa["issuer"]) == ("Nguyễn Văn Hòa", "Gốc thử nghiệm")
    assert b64decode(rsa["certificate"]) == RSA
    assert [b64decode(one) for one in rsa["issuers"]] == [officer("rsa").root]
    assert not place.holder.asked


@pytest.mark.parametrize(
    "origin",
    ["https://elsewhere.example", "http://desk.example", "https://desk.example:8443", "https://desk.example.evil.example",
     "null", ""],
)  # fmt: skip
@pytest.mark.parametrize(("method", "path"), [("GET", "/certificates"), ("POST", "/sign"), ("OPTIONS", "/sign")])
def test_pages_from_elsewhere_get_nothing(place: Place, origin: str, method: str, path: str) -> None:
    body = request(RSA, "một") if method == "POST" else None

    heard = ask(place.address, method, path, body, Origin=origin)

    assert heard.status == 403
    assert "Access-Control-Allow-Origin" not in heard.headers
    assert "certificates" not in heard.said
    assert not place.holder.asked


def test_a_browser_hears_that_the_page_may_ask_and_no_other_page(place: Place) -> None:
    asks = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Private_Network": "true"}

    heard = ask(place.address, "OPTIONS", "/sign", **asks)

    assert heard.status == 204
    assert heard.headers["Access-Control-Allow-Origin"] == "https://desk.example"
    assert heard.headers["Access-Control-Allow-Private-Network"] == "true"
    assert heard.headers["Vary"] == "Origin"
    assert "Access-Control-Allow-Credentials" not in heard.headers


def attributes_of(*pairs: tuple[str, object]) -> bytes:
    said: bytes = cms.CMSAttributes([{"type": kind, "values": [value]} for kind, value in pairs]).dump()
    return said


DIGEST = sha256(b"x").digest()
GOOD = attributes("x")
NOT_SIGNED = {
    "any bytes": b"any bytes",
    "empty": b"",
    "text": "Tôi đồng ý".encode(),
    "a digest alone": sha256(b"").digest(),
    "more after it": GOOD + b"\0",
    "no digest": attributes_of(("content_type", "data")),
    "no content type": attributes_of(("message_digest", DIGEST)),
    "a digest of another length": attributes_of(("content_type", "data"), ("message_digest", b"short")),
    "a time stamp": attributes_of(("content_type", "1.2.840.113549.1.9.16.1.4"), ("message_digest", DIGEST)),
    "a digest twice": attributes_of(("content_type", "data"), ("message_digest", DIGEST), ("message_digest", DIGEST)),
    "not in order, so no DER": b"\x31" + GOOD[1:2] + GOOD[2 + 26 :] + GOOD[2 : 2 + 26],
    "a sequence": b"\x30" + GOOD[1:],
    "BER of open length": b"\x31\x80" + GOOD[2:] + b"\0\0",
}


@pytest.mark.parametrize("what", NOT_SIGNED)
def test_no_other_bytes_are_signed(place: Place, what: str) -> None:
    heard = ask(place.address, "POST", "/sign", request(RSA, "một", more={what: NOT_SIGNED[what]}))

    assert heard.status == 422
    assert heard.refused.startswith(f"“Văn bản {what}”: nội dung cần ký không phải")
    assert not place.holder.asked  # nothing of the request is signed, and no PIN is asked for


def test_what_was_prepared_for_another_certificate_is_not_signed(place: Place) -> None:
    heard = ask(place.address, "POST", "/sign", request(RSA, more={"x": attributes("x", EC)}))

    assert heard.status == 422
    assert "chứng thư số khác" in heard.refused


def test_who_asks_again_gets_the_same_signatures_and_is_not_asked_for_a_pin(place: Place) -> None:
    first = ask(place.address, "POST", "/sign", request(EC, "một", "hai"))
    again = ask(place.address, "POST", "/sign", request(EC, "một", "hai"))

    assert again.body == first.body  # ECDSA signs differently each time: nothing was signed again
    assert len(place.holder.asked) == 1


def test_an_id_is_not_used_for_another_content(place: Place) -> None:
    ask(place.address, "POST", "/sign", request(EC, "một"))

    heard = ask(place.address, "POST", "/sign", request(EC, "khác"))

    assert heard.status == 409
    assert len(place.holder.asked) == 1


def test_after_some_minutes_a_request_is_forgotten(place: Place) -> None:
    minutes = [0.0]
    place.agent.answers = Answers(minutes=30, clock=lambda: minutes[0] * 60)
    ask(place.address, "POST", "/sign", request(RSA, "một"))
    minutes[0] = 31

    assert ask(place.address, "POST", "/sign", request(RSA, "khác")).status == 200


def test_without_a_token_it_says_so(place: Place) -> None:
    for folder in place.files.iterdir():
        shutil.rmtree(folder)

    assert ask(place.address, "GET", "/certificates").refused == NO_TOKEN.vi
    assert ask(place.address, "POST", "/sign", request(RSA, "một")).refused == NO_TOKEN.vi


def test_a_token_pulled_out_while_signing_is_one_sentence_and_gives_nothing_out(place: Place) -> None:
    def pull_out(question: object) -> str:
        for folder in place.files.iterdir():
            shutil.rmtree(folder)
        return "271828"

    place.agent.pins = Pins(pull_out)

    heard = ask(place.address, "POST", "/sign", request(RSA, "một"))

    assert heard.status == 422
    assert heard.refused == "Thiết bị ký đã bị rút ra hoặc không trả lời; cắm lại rồi ký lại."


def test_a_token_that_came_back_signs_again(place: Place, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    (there,) = place.files.iterdir()
    there.rename(aside)
    assert ask(place.address, "GET", "/certificates").refused == NO_TOKEN.vi
    aside.rename(there)

    assert ask(place.address, "POST", "/sign", request(RSA, "một")).status == 200


def test_a_certificate_that_is_not_on_the_token_is_not_signed_with(place: Place) -> None:
    heard = ask(place.address, "POST", "/sign", request(officer("rsa", "Trần Thị Khác").certificate, "một"))

    assert heard.refused == "Thiết bị đang cắm không có chứng thư số đã chọn; hãy cắm đúng thiết bị."


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{}", {}, 422),
        (b"[]", {}, 400),
        (b"not json", {}, 400),
        (b"{}", {"Content_Type": "text/plain"}, 415),
        (b"{}", {"Content_Length": "99999999999"}, 413),
        (b"{}", {"Content_Length": "-1"}, 411),
        (b'{"request":"r","certificate":"c","items":[]}', {}, 422),
        (b'{"request":"r","certificate":"c","items":[{"id":"1","title":"t","to_be_signed":"%"}]}', {}, 422),
    ],
)
def test_what_is_no_request_is_refused(place: Place, body: bytes, headers: dict[str, str], status: int) -> None:
    assert ask(place.address, "POST", "/sign", body, **headers).status == status


def test_other_addresses_and_methods_lead_nowhere(place: Place) -> None:
    assert ask(place.address, "GET", "/").status == 404
    assert ask(place.address, "GET", "/sign").status == 405


def test_errors_of_tokens_have_one_sentence_each() -> None:
    import pkcs11

    for name in REFUSALS:
        assert spoken(getattr(pkcs11, name)()).words == REFUSALS[name]
    assert "HostMemory" in str(spoken(pkcs11.HostMemory()))
    assert spoken(pkcs11.PinLenRange()).words == WRONG_PIN


def test_what_is_no_library_of_a_token_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="--module"):
        Device(tmp_path / "none.so")


def test_of_several_tokens_the_one_named_is_used(token: Path) -> None:
    from tests.signing.token.conftest import new_token

    new_token("Other")
    with library():
        assert Device(MODULE, "Other").held() == []
        assert len(Device(MODULE, "Nguyen Van Hoa").held()) == 2
