"""`motcua rules`: the catalogue as a list, and each rule explained."""

import typer
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table

from motcua.inspection.catalogue import rules
from motcua.inspection.explain import page
from motcua.inspection.programme import default_programme
from motcua.inspection.rule import Domain
from motcua.language import Refusal, Words, say, speak

app = typer.Typer(help="Danh mục quy tắc · The catalogue of rules", invoke_without_command=True)
NO_RULE = Words(
    "Không có quy tắc “{code}”; xem danh mục bằng `motcua rules`.",
    "There is no rule “{code}”; `motcua rules` lists them.",
)
TITLE = Words("{number} quy tắc", "{number} rules")
HEADS = (
    Words("Mã", "Code"),
    Words("Lĩnh vực", "Domain"),
    Words("Quy tắc", "Rule"),
    Words("Mức độ", "Severity"),
    Words("Căn cứ", "Law"),
)


@app.callback(invoke_without_command=True)
def listing(context: typer.Context, domain: Domain | None = None) -> None:
    """Liệt kê các quy tắc · List the rules."""
    if context.invoked_subcommand:
        return
    chosen = [rule for rule in rules() if domain in (None, rule.domain)]
    table = Table(title=say(TITLE, number=len(chosen)), title_justify="left")
    for head in HEADS:
        table.add_column(say(head), overflow="fold")
    for rule in chosen:
        law = rule.citations[-1].vi() if speak() == "vi" else rule.citations[-1].en()
        table.add_row(rule.code, rule.domain, rule.title.in_(speak()), rule.severity, law)
    Console().print(table)


@app.command()
def explain(code: str) -> None:
    """Giải thích một quy tắc: căn cứ, ý nghĩa, tham số, SQL, ví dụ · Explain one rule."""
    found = next((rule for rule in rules() if rule.code == code.upper()), None)
    if found is None:
        raise Refusal(NO_RULE, code=code)
    Console().print(Markdown(page(found, default_programme())))
