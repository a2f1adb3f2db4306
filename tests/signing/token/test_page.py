"""What is promised of the script of the desk's pages: in a real browser, with the agent and a real token."""

import html
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect, sync_playwright

import motcua.web.desk
from motcua.signing.token.agent import Agent
from motcua.signing.token.device import Device
from motcua.signing.token.pin import Pins
from motcua.signing.token.request import read_reply, read_request
from tests.signing.certificates import officer
from tests.signing.token.asking import request
from tests.signing.token.conftest import MODULE, Holder, served

RSA = officer("rsa").certificate
SCRIPT = Path(motcua.web.desk.__file__).parent / "static/desk/signing.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
SIGN = """<!doctype html><html lang="vi"><title>Ký</title><form method="post" data-agent="{agent}"
data-agent-signing="Đang ký" data-agent-sending="Đang gửi" data-agent-away="Không thấy phần mềm ký">
<p role="status" aria-live="polite" data-agent-says></p><input type="hidden" data-agent-request value="{request}">
<input type="hidden" name="reply" data-agent-reply><button>Ký</button></form>
<script src="/signing.js"></script></html>"""
CHOOSE = """<!doctype html><html lang="vi"><title>Chọn</title><form method="post" data-agent="{agent}"
data-agent-choosing="Đang đọc" data-agent-away="Không thấy phần mềm ký">
<p role="status" aria-live="polite" data-agent-says></p><select data-agent-certificates required></select>
<input type="hidden" name="reply" data-agent-reply><button>Chọn</button></form>
<script src="/signing.js"></script></html>"""


@dataclass
class Desk:
    """A desk of one page, under the policy that the office's pages have, and the replies that were sent to it."""

    page: str = SIGN
    agent: str = ""
    said: dict[str, object] = field(default_factory=lambda: request(RSA, "một", "hai"))
    replies: list[str] = field(default_factory=list)

    def html(self) -> bytes:
        return self.page.format(agent=self.agent, request=html.escape(json.dumps(self.said))).encode()


@contextmanager
def serving(desk: Desk) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None: ...

        def do_GET(self) -> None:
            script = self.path == "/signing.js"
            self.answer(SCRIPT.read_bytes() if script else desk.html(), "text/javascript" if script else "text/html")

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            desk.replies += parse_qs(sent).get("reply", [])
            self.answer("<!doctype html><title>Đã nhận</title>".encode(), "text/html")

        def answer(self, content: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            policy = f"default-src 'none'; script-src 'self'; connect-src 'self' {desk.agent}; form-action 'self'"
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(content)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        opened = chromium.new_page()
        opened.set_default_timeout(8000)
        yield opened
        chromium.close()


@contextmanager
def desk_and_agent(desk: Desk, holder: Holder, *, allowed: bool = True) -> Iterator[str]:
    """The desk's address; its agent lets it in, or another desk alone."""
    with serving(desk) as address:
        origin = address if allowed else "https://elsewhere.example"
        agent = Agent(Device(MODULE), frozenset({origin}), Pins(holder), tell=lambda *_, **__: None)
        with served(agent.answer) as server:
            desk.agent = server.address
            yield address


def test_the_page_has_all_signed_and_sends_the_reply(token: Path, page: Page) -> None:
    desk, holder = Desk(), Holder()
    with desk_and_agent(desk, holder) as address:
        page.goto(address)
        page.get_by_role("button", name="Ký").click()
        expect(page).to_have_title("Đã nhận")

    made = read_reply(desk.replies[0], read_request(desk.said), RSA)
    assert set(made) == {"một", "hai"}
    assert len(holder.asked) == 1


def test_what_the_agent_refuses_stands_on_the_page_and_can_be_tried_again(token: Path, page: Page) -> None:
    desk, holder = Desk(), Holder(pin="000000")
    with desk_and_agent(desk, holder) as address:
        page.goto(address)
        page.get_by_role("button", name="Ký").click()
        expect(page.get_by_role("status")).to_have_text("Mã PIN không đúng; sai nhiều lần thiết bị sẽ bị khóa.")
        assert not desk.replies
        holder.pin = "271828"
        page.get_by_role("button", name="Ký").click()
        expect(page).to_have_title("Đã nhận")


def test_a_page_that_the_agent_does_not_know_signs_nothing(token: Path, page: Page) -> None:
    desk, holder = Desk(), Holder()
    with desk_and_agent(desk, holder, allowed=False) as address:
        page.goto(address)
        page.get_by_role("button", name="Ký").click()
        expect(page.get_by_role("status")).to_have_text("Không thấy phần mềm ký")

    assert not (holder.asked or desk.replies)


def test_the_officer_chooses_a_certificate_of_the_token(token: Path, page: Page) -> None:
    desk = Desk(page=CHOOSE)
    with desk_and_agent(desk, Holder()) as address:
        page.goto(address)
        choice = page.get_by_role("combobox")
        expect(choice.locator("option")).to_have_count(2)
        page.get_by_role("button", name="Chọn").click()
        expect(page).to_have_title("Đã nhận")

    assert set(json.loads(desk.replies[0])) == {"certificate", "issuers"}
