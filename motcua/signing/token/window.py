"""`python -m motcua.signing.token.window`: a window that asks for the PIN.

Its texts come as JSON on standard input; what was typed goes to standard output, nothing where the officer declined.
Exit code 1 where no window can be opened.
"""

import json
import sys
from collections.abc import Mapping

try:
    import tkinter
except ImportError:  # a Python that came without it
    sys.exit(1)

WIDEST = 520  # pixels of a line before it breaks


def main() -> None:
    try:
        window = tkinter.Tk()
    except tkinter.TclError:  # no display
        sys.exit(1)
    _fill(window, json.load(sys.stdin))
    window.mainloop()


def _fill(window: tkinter.Tk, words: Mapping[str, str]) -> None:
    """The text, the PIN and two buttons. Return signs, Escape or closing declines."""
    window.title(words["title"])
    window.attributes("-topmost", True)
    tkinter.Label(window, text=words["text"], justify="left", wraplength=WIDEST).pack(padx=16, pady=12, anchor="w")
    tkinter.Label(window, text=words["pin"]).pack(padx=16, anchor="w")
    pin = tkinter.Entry(window, show="•")
    pin.pack(padx=16, fill="x")
    buttons = tkinter.Frame(window)
    buttons.pack(padx=16, pady=12, anchor="e")

    def sign(_: object = None) -> None:
        sys.stdout.buffer.write(pin.get().encode())
        window.destroy()

    def decline(_: object = None) -> None:
        window.destroy()

    tkinter.Button(buttons, text=words["decline"], command=decline).pack(side="left", padx=8)
    tkinter.Button(buttons, text=words["sign"], command=sign).pack(side="left")
    window.bind("<Return>", sign)
    window.bind("<Escape>", decline)
    pin.focus_force()


if __name__ == "__main__":
    main()
