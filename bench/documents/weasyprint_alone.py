"""Pages of HTML as PDF by WeasyPrint, in an environment of its own that holds nothing of ours.

Reads a list of pages as JSON; prints how many are made in a second of processor time, after the first.
"""

import json
import sys
import time
from importlib import import_module


def main() -> None:
    html = import_module("weasyprint").HTML
    first, *pages = json.load(sys.stdin)
    html(string=first).write_pdf()
    began = time.process_time()
    for page in pages:
        html(string=page).write_pdf()
    print(len(pages) / (time.process_time() - began))


if __name__ == "__main__":
    main()
