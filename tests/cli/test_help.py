"""What is promised of `--help`: every command and option has one, in the language in use alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = [
    *[[], ["inspect"], ["sample"], ["generate"], ["sign-agent"], ["rules"], ["rules", "explain"], ["evidence"]],
    *[["evidence", command] for command in ("import", "check", "describe")],
]
VIETNAMESE = frozenset("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
SHOW = "from motcua.cli import app\nfor command in {commands}: app([*command, '--help'], standalone_mode=False)"


def helps(language: str) -> str:
    """The help of all commands, of a process of its own: the language is settled when the command starts."""
    folder = Path(__file__).parents[2]
    environment = os.environ | {"MOTCUA_LANG": language, "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}
    shown = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-c", SHOW.format(commands=COMMANDS)],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
    )
    return shown.stdout.decode()


@pytest.mark.parametrize(
    ("language", "ours", "other"),
    [("vi", "ngày đầu kỳ", "first day"), ("en", "first day of the period", "ngày đầu kỳ")],
)
def test_the_help_of_every_command_is_in_the_language_in_use_alone(language: str, ours: str, other: str) -> None:
    text = helps(language)

    assert text.count("Usage: ") == len(COMMANDS)
    assert ours in text
    assert other not in text
    assert " · " not in text
    assert bool(VIETNAMESE & set(text)) == (language == "vi")
