"""Runs one step in a process of its own and tells its seconds, its processor time and its peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KIBIBYTE = 1024


@dataclass(frozen=True)
class Step:
    """What a step took; `rows` are those it went through, `peak` is in bytes."""

    name: str
    rows: int
    seconds: float
    processor: float
    peak: int

    @property
    def pace(self) -> int:
        """Rows a second."""
        return round(self.rows / self.seconds) if self.seconds else 0


def run(name: str, rows: int, command: Sequence[str], told: Path) -> Step:
    """Run Python with these arguments; raises SystemExit with what it printed where it fails."""
    began = time.monotonic()
    with told.open("wb") as heard:
        process = subprocess.Popen([sys.executable, *command], stdout=heard, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name}: exit code {process.returncode}\n{told.read_text('utf-8')[-4000:]}")
    return Step(name, rows, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIBIBYTE)
