"""Processes of the tests that may be killed."""

import os
import traceback
from collections.abc import Callable


def forked(work: Callable[[], object]) -> int:
    """The process that does the work and ends."""
    if (child := os.fork()) == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  a fork must never go on as its parent
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child
