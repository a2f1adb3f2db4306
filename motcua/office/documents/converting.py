"""Word to PDF/A-2 by LibreOffice, in a folder and a profile of its own, with our fonts alone, and never for long.

It gets no network: where the system lets us, as Debian 12 lets whoever asks, it runs in a network of its own that leads
nowhere. Where it does not, as in most containers, its profile alone holds it: no linked content, a proxy that is none.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from motcua.language import Refusal, Words
from motcua.printing.typst import FONTS

PROGRAMS = ("soffice", "libreoffice")
PATIENCE = 90  # seconds
EXPORT = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
NO_PROGRAM = Words(
    vi="Máy chủ chưa cài LibreOffice nên chưa chuyển được văn bản Word sang PDF; hãy báo người quản trị cài, "
    "hoặc nộp tệp PDF.",
    en="LibreOffice is not installed on the server: have it installed, or upload a PDF instead of Word.",
)
NO_PDF = Words(
    vi="Không chuyển được văn bản Word sang PDF; hãy mở lại bằng Word, kiểm tra rồi nộp tệp PDF.",
    en="The Word document could not be made into PDF; open it in Word again, look at it, and upload a PDF.",
)
FAMILY = "Liberation Serif"  # where a document asks for another, as for Times New Roman
APART = ("unshare", "--user", "--map-current-user", "--net", "--")
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}</oor:items>"""
ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
SETTINGS = (
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
    ("Inet/Settings", "ooInetProxyType", "2"),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS")),  # nothing listens there
    ("Inet/Settings", "ooInetNoProxy", ""),
)
OUR_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><edit name="family" mode="append" binding="weak"><string>{family}</string></edit></match>
</fontconfig>"""


def to_pdf(word: bytes) -> bytes:
    """The Word document as PDF/A-2b. Raises Refusal where LibreOffice is missing or does not manage."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise Refusal(NO_PROGRAM)
    with TemporaryDirectory(prefix="motcua-word-") as folder:
        place = Path(folder)
        (place / "document.docx").write_bytes(word)
        (place / "fonts.conf").write_text(OUR_FONTS.format(fonts=FONTS, cache=place / "cache", family=FAMILY), "utf-8")
        _profile(place / "profile" / "user")
        _run(program, place)
        made = place / "out" / "document.pdf"
        if not made.exists():
            raise Refusal(NO_PDF)
        return made.read_bytes()


def _profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(ITEM.format(path=path, name=name, value=value) for path, name, value in SETTINGS)
    (folder / "registrymodifications.xcu").write_text(PROFILE.format(items=items), "utf-8")


@cache
def apart() -> Sequence[str]:
    """What a command begins with to run without a network, nothing where the system does not let us."""
    if shutil.which(APART[0]) is None:
        return ()
    quiet = subprocess.DEVNULL
    tried = subprocess.run([*APART, "true"], stdout=quiet, stderr=quiet, check=False)  # noqa: S603  as below
    return () if tried.returncode else APART


def _run(program: str, place: Path) -> None:
    """LibreOffice forks: where it takes too long all its processes end with it."""
    command = [*apart(), program, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", EXPORT, "--outdir", str(place / "out"), str(place / "document.docx")]
    environment = {"PATH": os.defpath, "HOME": str(place), "LANG": "C.UTF-8"}
    environment |= {"FONTCONFIG_FILE": str(place / "fonts.conf")}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603  a program of this machine, arguments of our own
        command, cwd=place, env=environment, stdout=quiet, stderr=quiet, start_new_session=True
    ) as running:
        try:
            running.wait(PATIENCE)
        except subprocess.TimeoutExpired as late:
            raise Refusal(NO_PDF) from late
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
