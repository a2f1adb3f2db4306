"""Options and arguments of the commands, with their help in the language in use."""

from typing import Any

import typer

from motcua.language import Words, say


def option(vi: str, en: str, *names: str, **more: Any) -> Any:
    return typer.Option(*names, help=say(Words(vi, en)), **more)


def argument(vi: str, en: str, **more: Any) -> Any:
    return typer.Argument(help=say(Words(vi, en)), **more)
