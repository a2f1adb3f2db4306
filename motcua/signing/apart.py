"""Validates a file from outside in a process of its own, bounded in time and memory: none can take the server with it.

The process says what it found as JSON; where it breaks, takes too long or too much, nothing is known of the file.
"""

import json
import pickle
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from motcua.signing.reasons import Reason
from motcua.signing.trust import UNBOUND, Trust
from motcua.signing.validation import Changes, Report, Signature, Verdict, validate

SECONDS, MEMORY = 10, 768 * 2**20  # of processor time; bytes of address space
PATIENCE = 60  # seconds on the clock, on a computer that has other things to do


def validate_apart(pdf: bytes, trust: Trust, *, at: datetime) -> Report:
    """As `validate`; unknown where that takes more time or memory than a document of an office does."""
    asked = pickle.dumps((trust, at, pdf))
    command = [sys.executable, "-m", "motcua.signing.apart"]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=PATIENCE, check=True)  # noqa: S603  our own module
        return _read(json.loads(done.stdout))
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError):
        return Report(Verdict.UNKNOWN, Verdict.UNKNOWN, reason=Reason.TOO_HARD, bound=UNBOUND)


def main() -> None:
    """What was sent on standard input, validated within bounds."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    trust, at, pdf = pickle.load(sys.stdin.buffer)  # noqa: S301  sent by who started this process
    sys.stdout.write(json.dumps(asdict(validate(pdf, trust, at=at)), default=_told))


def _told(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else value.name if isinstance(value, Reason) else str(value)


def _read(said: Mapping[str, Any]) -> Report:
    return Report(
        Verdict(said["person"]),
        Verdict(said["agency"]),
        tuple(_signature(one) for one in said["signatures"]),
        None if said["reason"] is None else Reason[said["reason"]],
        said["bound"],
        _moment(said["until"]),
    )


def _signature(said: Mapping[str, Any]) -> Signature:
    decided = {"changes": Changes(said["changes"]), "verdict": Verdict(said["verdict"])}
    return Signature(**{**said, **decided, "signed_at": _moment(said["signed_at"]), "reason": Reason[said["reason"]]})


def _moment(said: str | None) -> datetime | None:
    return None if said is None else datetime.fromisoformat(said)


if __name__ == "__main__":
    main()
