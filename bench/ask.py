"""One side of the comparison in a process of its own: `python -m bench.ask catalogue|sql SNAPSHOT FROM TO ANSWERS`."""

import json
import sys
import time
from datetime import date
from pathlib import Path

from bench.by_hand import ask
from bench.side_by_side import ask_catalogue, by_unit, engine_over
from motcua.inspection.catalogue import rules
from motcua.inspection.period import Period
from motcua.law import law


def main(side: str, snapshot: str, first: str, last: str, answers: str) -> None:
    """Writes the seconds from the first question to the last answer, and the answers."""
    period = Period.of(date.fromisoformat(first), date.fromisoformat(last))
    engine = engine_over(Path(snapshot))
    rules()
    law()  # read before the clock starts, for both sides need them
    began = time.monotonic(), time.process_time()
    answered = ask_catalogue(engine, period) if side == "catalogue" else ask(engine.backend.con, period)
    seconds, processor = time.monotonic() - began[0], time.process_time() - began[1]
    counts = answered if isinstance(answered, dict) else by_unit(answered)
    found = [[*key, *numbers] for key, numbers in sorted(counts.items())]
    Path(answers).write_text(json.dumps({"seconds": seconds, "processor": processor, "counts": found}), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
