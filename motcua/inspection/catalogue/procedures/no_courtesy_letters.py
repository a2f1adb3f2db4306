"""A unit writes letters of congratulation and condolence on the events its procedures tell it of."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import courtesy_letter
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, Severity, rule
from motcua.language import Words

KINDS = {"congratulation": "thư chúc mừng", "condolence": "thư chia buồn"}


@rule(
    "TTHC-034",
    Words(vi="Chưa gửi thư chúc mừng, thư chia buồn", en="No letters of congratulation or condolence"),
    meaning=Words(
        vi="Đếm thư chúc mừng, thư chia buồn gửi trong kỳ; vi phạm khi ít hơn số tối thiểu.",
        en="Counts letters of congratulation and condolence sent in the period; breached where fewer than the least.",
    ),
    basis="courtesy_letters",
    population="courtesy_letter",
    covered_by=("courtesy_letter/congratulation", "courtesy_letter/condolence"),
    says=Says(limited="Có {kept} thư chúc mừng, thư chia buồn được gửi trong kỳ"),
    remedy="one_stop_domains",
    severity=Severity.ADVICE,
    measure=Measure("count", target="courtesy_letters_least"),
)
def no_courtesy_letters(period: Period) -> ir.Table:
    sent = courtesy_letter.filter(within(courtesy_letter.issued_on, period))
    return cases(
        sent,
        subject=sent.letter_id,
        about=sent.kind.cases(*KINDS.items(), else_=sent.kind),
        event_on=sent.issued_on,
        breached=ibis.literal(False),
        issued_on=sent.issued_on,
    )
