"""The command `motcua`: gathers its sub-commands, and turns a refusal into one sentence and exit code 2."""

import sys
from collections.abc import Sequence

import typer

from motcua.cli import evidence, generate, inspect, rules, sample, sign_agent
from motcua.language import Refusal, Words, say

BAD_INPUT = 2
INTERRUPTED = 130
STOPPED = Words("Đã dừng theo yêu cầu; không có gì bị thay thế.", "Stopped as asked; nothing was replaced.")
NOT_ALLOWED = Words("{path}: máy không cho đọc hoặc ghi ({why}).", "{path}: cannot be read or written ({why}).")
HELP = Words(
    "Kiểm tra cải cách hành chính: từ dữ liệu của đơn vị đến thông báo kết luận.",
    "Inspect a public administration: from its records to the conclusion notice.",
)

app = typer.Typer(
    help=say(HELP), no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)

# One line a sub-command: app.add_typer(module.app, name=...) for a group, app.command("name")(module.function) for one.
app.add_typer(evidence.app, name="evidence")
app.add_typer(rules.app, name="rules")
app.command("inspect", help=say(inspect.HELP))(inspect.inspect)
app.command("sample", help=say(sample.HELP))(sample.sample)
app.command("generate", help=say(generate.HELP))(generate.generate_command)
app.command("sign-agent", help=say(sign_agent.HELP))(sign_agent.sign_agent)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 as the sub-command says, 2 bad input, 130 interrupted."""
    try:
        app(arguments)
    except Refusal as refusal:
        _leave(str(refusal))
    except OSError as error:
        _leave(say(NOT_ALLOWED, path=error.filename or "?", why=error.strerror or error))
    except SystemExit as end:
        if end.code == INTERRUPTED:
            typer.echo(say(STOPPED), err=True)
        raise


def _leave(sentence: str) -> None:
    typer.echo(sentence, err=True)
    sys.exit(BAD_INPUT)
