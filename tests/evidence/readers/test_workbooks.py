"""Workbooks that are truncated, damaged, locked or made to harm are refused in one sentence."""

import struct
import zipfile
from pathlib import Path

from motcua.evidence.readers import guard
from tests.evidence.readers.files import BODY, HEAD, refusal
from tests.evidence.readers.writers import write_ods, write_xls, write_xlsx


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    whole, cut = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_xlsx(whole, {"Sheet1": [HEAD, *BODY]})
    for part in (0.3, 0.7, 0.95):
        cut.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * part)])
        assert "hỏng" in refusal(cut)


def test_a_workbook_with_damaged_content_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, {"Sheet1": [HEAD, *BODY * 50]})
    data = bytearray(path.read_bytes())
    at = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[at : at + 40] = b"\x00" * 40
    path.write_bytes(bytes(data))
    assert "hỏng" in refusal(path)


def test_a_truncated_xls_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    write_xls(path, {"Sheet1": [HEAD, *BODY * 50]})
    path.write_bytes(path.read_bytes()[:3000])
    refusal(path)


def test_a_locked_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 400
    )
    assert "mật khẩu" in refusal(path)


def test_a_locked_xls_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    write_xls(path, {"Sheet1": [HEAD, *BODY]})
    data = bytearray(path.read_bytes())
    # The FILEPASS record (0x2F) right after the first record of the workbook stream.
    start = data.find(b"\x09\x08\x10\x00")
    size = 4 + struct.unpack_from("<H", data, start + 2)[0]
    record = struct.pack("<HHH", 0x2F, 54, 1) + b"\x01\x00\x01\x00" + b"\x5a" * 48
    data[start + size : start + size + len(record)] = record
    path.write_bytes(bytes(data))
    assert "mật khẩu" in refusal(path)


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    write_ods(path, {"Sheet1": [HEAD, *BODY]})
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["META-INF/manifest.xml"] = members["META-INF/manifest.xml"].replace(
        b"</manifest:", b"<manifest:encryption-data/></manifest:", 1
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert "mật khẩu" in refusal(path)


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (guard.FROM + 1))
    assert "vượt mức an toàn" in refusal(path)


def test_a_zip_bomb_whose_directory_lies_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (guard.FROM + 1))
    data = path.read_bytes().replace(struct.pack("<L", guard.FROM + 1), struct.pack("<L", 1000))
    path.write_bytes(data)
    assert "hỏng" in refusal(path)


def test_a_stray_cell_far_out_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, {"Sheet1": [HEAD, *BODY]})
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    stray = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    members["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", stray)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert "ô lạc" in refusal(path)


def test_a_cell_repeated_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    write_ods(path, {"Sheet1": [HEAD, *BODY]})
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    row, many = b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048000">'
    assert row in members["content.xml"]
    members["content.xml"] = members["content.xml"].replace(row, many, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert "lặp lại" in refusal(path)
