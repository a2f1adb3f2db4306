"""`motcua rules`: the catalogue, and one rule explained."""

from typing import Annotated

import typer
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from motcua.cli.console import console
from motcua.inspection.catalogue import rules
from motcua.inspection.explain import SEVERITY, page
from motcua.inspection.programme import default_programme
from motcua.inspection.rule import Domain
from motcua.language import Refusal, Words, say, speak
from motcua.law import short

HELP = Words("Danh mục quy tắc.", "The catalogue of rules.")
app = typer.Typer(help=say(HELP), invoke_without_command=True)
NO_RULE = Words(
    "Không có quy tắc “{code}”; xem danh mục bằng `motcua rules`.",
    "There is no rule “{code}”; `motcua rules` lists them.",
)
TITLE = Words("{number} quy tắc · * căn cứ chưa kiểm chứng", "{number} rules · * not verified in the text of the law")
HEADS = (Words("Mã", "Code"), Words("Quy tắc", "Rule"), Words("Mức độ", "Severity"), Words("Căn cứ", "Law"))
DOMAINS = {
    Domain.DIRECTION: Words("Chỉ đạo, điều hành", "Direction"),
    Domain.INSTITUTIONS: Words("Thể chế", "Institutions"),
    Domain.PROCEDURES: Words("Thủ tục hành chính", "Procedures"),
    Domain.ORGANISATION: Words("Tổ chức bộ máy", "Organisation"),
    Domain.CIVIL_SERVICE: Words("Chế độ công vụ", "Civil service"),
    Domain.FINANCE: Words("Tài chính công", "Finance"),
    Domain.DIGITAL: Words("Chính quyền số", "Digital government"),
}
ONE = Words("chỉ một lĩnh vực", "one domain only")


@app.callback(invoke_without_command=True, help=say(HELP))
def listing(context: typer.Context, domain: Annotated[Domain | None, typer.Option(help=say(ONE))] = None) -> None:
    """List the rules, domain by domain."""
    if context.invoked_subcommand:
        return
    chosen = [rule for rule in rules() if domain in (None, rule.domain)]
    table = Table(title=say(TITLE, number=len(chosen)), title_justify="left", box=None, padding=(0, 2, 0, 0))
    for head in HEADS:
        table.add_column(say(head), no_wrap=head is HEADS[0], overflow="fold")
    for one in Domain:
        own = [rule for rule in chosen if rule.domain is one]
        if own:
            table.add_row()
            table.add_row("", Text(f"{say(DOMAINS[one])} ({len(own)}) · --domain {one}", style="bold"))
        for rule in own:
            severity = SEVERITY[rule.severity].in_(speak())
            table.add_row(rule.code, Text(rule.title.in_(speak())), severity, Text(short(rule.citations)))
    console().print(table)


@app.command(help=say(Words("Giải thích một quy tắc: căn cứ, ý nghĩa, tham số, ví dụ, SQL.", "Explain one rule.")))
def explain(code: Annotated[str, typer.Argument(metavar=say(Words("MÃ", "CODE")))]) -> None:
    """Law, meaning, parameters, example and SQL of one rule."""
    found = next((rule for rule in rules() if rule.code == code.upper()), None)
    if found is None:
        raise Refusal(NO_RULE, code=code)
    console().print(Markdown(page(found, default_programme(), (speak(),)), justify="left"))
