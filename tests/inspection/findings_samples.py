"""Invented verdicts, statements and a programme that the tests of notices tell."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from motcua.evidence.engines import DuckEngine
from motcua.inspection.catalogue.procedures.late_without_apology import late_without_apology
from motcua.inspection.engine import Inspection, law_target
from motcua.inspection.period import Period
from motcua.inspection.programme import Grouping, Programme
from motcua.inspection.rule import Domain, Measure, Rule
from motcua.inspection.statements import Conclusion, Kind, Statement
from motcua.inspection.units import Unit, Units
from motcua.inspection.verdict import Declared, Outcome, Tally, Verdict
from motcua.language import Words
from motcua.law import Citation, Setting

PERIOD = Period.of(date(2023, 1, 1), date(2023, 6, 30), date(2023, 7, 27))
COMMUNE, DISTRICT = "84.01.07", "84.01"
UNITS = {
    "84": Unit("84", "UBND tỉnh An Bình", "province", "committee", None),
    DISTRICT: Unit(DISTRICT, "UBND huyện Sông Tiền", "district", "committee", "84"),
    COMMUNE: Unit(COMMUNE, "UBND xã Hòa Lợi", "commune", "committee", DISTRICT),
}
READ = Citation("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", date(2018, 6, 21), article="19", clause="9")
UNREAD = Citation("Kế hoạch số hóa của Tỉnh", date(2018, 6, 21), unverified=True)
THIRTY = Setting(date(2022, 1, 8), Fraction(30), "Nghị quyết số 01/NQ-CP ngày 08/01/2022")


def rule_of(code: str, domain: Domain = Domain.PROCEDURES, title: str = "Nội dung", share: bool = False) -> Rule:
    measure = Measure("share", "online_payment_share") if share else None
    return replace(
        late_without_apology, code=code, domain=domain, title=Words(vi=title, en=title), measure=measure, remedy="r"
    )


def verdict(
    code: str,
    outcome: Outcome = Outcome.BREACHED,
    unit_id: str = COMMUNE,
    tally: Tally | None = None,
    *,
    domain: Domain = Domain.PROCEDURES,
    target: Setting | None = None,
    citation: Citation = READ,
    missing: tuple[str, ...] = (),
    declared: tuple[Declared, ...] = (),
) -> Verdict:
    rule = rule_of(code, domain, f"Tiêu đề {code}", share=target is not None)
    counts = Tally(3, 7) if tally is None else tally
    return Verdict(rule, unit_id, outcome, counts, target, (citation,), missing, declared=declared)


def said(of: Verdict, kind: Kind, text: str, *others: Verdict, key: str = "") -> Statement:
    return Statement(of.unit_id, of.rule.domain, kind, key or of.rule.code, text, (of, *others))


def clauses(kind: Kind, count: int, domain: Domain = Domain.PROCEDURES) -> list[Statement]:
    """Statements A-1, A-2 ... of the commune: `Câu 1`, `Câu 2` ..."""
    return [Statement(COMMUNE, domain, kind, f"A-{n}", f"Câu {n}") for n in range(1, count + 1)]


def programme(
    strengths: Iterable[Grouping] = (), limitations: Iterable[Grouping] = (), longest_list: int = 5
) -> Programme:
    return Programme(
        name="Chương trình thử",
        targets={},
        only=frozenset(),
        without=frozenset(),
        strengths=list(strengths),
        limitations=list(limitations),
        remedies={},
        texts=[],
        conclusions=[],
        keep_up="",
        decimals=2,
        longest_list=longest_list,
    )


def inspection(*unit_ids: str) -> Inspection:
    chosen = unit_ids or (COMMUNE, DISTRICT)
    return Inspection(DuckEngine({}), PERIOD, Units(UNITS, {}), chosen, law_target, {}, {})


def sample() -> Conclusion:
    """A commune with a strength, two limitations sharing one remedy, a field not assessable, and a district."""
    letters, payment = verdict("TTHC-014"), verdict("TTHC-020", tally=Tally(30, 10), target=THIRTY)
    signing = verdict("SO-001", Outcome.MET, tally=Tally(11, 494), domain=Domain.DIGITAL, target=THIRTY)
    budget = verdict("TC-001", Outcome.NOTHING, tally=Tally(), domain=Domain.FINANCE)
    staff = verdict("CV-002", Outcome.NOT_ASSESSABLE, tally=Tally(), domain=Domain.CIVIL_SERVICE, missing=("staff",))
    claimed = verdict(
        "SO-009",
        Outcome.NOT_ASSESSABLE,
        DISTRICT,
        Tally(),
        domain=Domain.DIGITAL,
        target=THIRTY,
        declared=(Declared(Fraction(95), None, None),),
    )
    district = verdict("TTHC-014", Outcome.BREACHED, DISTRICT, citation=UNREAD)
    return Conclusion(
        (letters, payment, signing, budget, staff, claimed, district),
        (
            said(letters, Kind.LIMITATION, "03/10 hồ sơ quá hạn không có thư xin lỗi"),
            said(payment, Kind.LIMITATION, "Thanh toán trực tuyến chưa đạt 30%"),
            said(letters, Kind.RECOMMENDATION, "Gửi thư xin lỗi đúng lúc", key="apology"),
            said(payment, Kind.RECOMMENDATION, "Hướng dẫn thanh toán trực tuyến", key="payment"),
            Statement(COMMUNE, Domain.PROCEDURES, Kind.RECOMMENDATION, "coordinate", "Phối hợp chặt chẽ"),
            said(signing, Kind.STRENGTH, "Ký số đạt 97,82%"),
            said(district, Kind.LIMITATION, "Còn hồ sơ quá hạn chưa gửi thư xin lỗi"),
            Statement("", None, Kind.CONCLUSION, "agreed", "Thống nhất với kết quả kiểm tra"),
            Statement("", None, Kind.CONCLUSION, "correct_all", "Khắc phục các hạn chế", (letters, payment, district)),
        ),
    )
