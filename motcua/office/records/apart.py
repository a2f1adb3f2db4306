"""A module of ours run as a process of its own, held to so much memory and time: what is made to harm ends it alone."""

import resource
import subprocess
import sys

MEMORY, SECONDS = 2 * 2**30, 60


def limited() -> None:
    """The process that calls takes no more of either than said."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def told_by(module: str, content: bytes, *arguments: str) -> tuple[bytes, bool]:
    """What the module said of the content until it ended, and whether it came to its end."""
    command = [sys.executable, "-m", module, *arguments]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  our own module
    except subprocess.TimeoutExpired as late:
        return late.stdout or b"", False
    return done.stdout, done.returncode == 0
