"""`python -m bench.documents.queued`: the named scans are kept and wait; without any, how many pages are read."""

import sys
from pathlib import Path

import django
from django.db.models import Sum
from django.utils import timezone

django.setup()

from motcua.office.records.content import judge  # noqa: E402  models want the set-up first
from motcua.office.records.models import Reading, ReadingState  # noqa: E402
from motcua.office.records.readings import queue  # noqa: E402
from motcua.office.records.store import keep  # noqa: E402


def main() -> None:
    at = timezone.now()
    for name in sys.argv[1:]:
        with Path(name).open("rb") as scan:
            queue(keep(scan, judge(scan), at=at), at)
    read = Reading.objects.filter(state=ReadingState.DONE, result__isnull=False).exclude(text="")
    print(read.aggregate(pages=Sum("pages_done"))["pages"] or 0)


if __name__ == "__main__":
    main()
