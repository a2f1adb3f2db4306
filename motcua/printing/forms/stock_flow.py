"""The stock and flow of dossiers over a period, and the identities its figures must keep."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date

from motcua.language import Refusal, Words, say
from motcua.printing.document import Signer
from motcua.printing.forms.values import Letterhead

_BELOW_ZERO = Words(
    vi="Dòng «{line}»: {what} là {figure}; số hồ sơ không thể âm.",
    en="Line “{line}”: {what} is {figure}; a number of dossiers is never below zero.",
)
_UNBALANCED = Words(
    vi="Dòng «{line}»: tổng tiếp nhận {received} khác đã giải quyết {settled} cộng đang giải quyết {open}; "
    "hai bên phải bằng nhau, lệch {gap}.",
    en="Line “{line}”: {received} received in all is not {settled} settled plus {open} open; "
    "both must be equal, they differ by {gap}.",
)
_NOT_CARRIED = Words(
    vi="Dòng «{line}»: kỳ trước chuyển sang {carried} khác số đang giải quyết cuối kỳ trước {open}; phải bằng nhau.",
    en="Line “{line}”: {carried} carried over is not the {open} open at the end of the period before; must be equal.",
)
FIGURES = {
    "carried_over": Words(vi="từ kỳ trước", en="carried over"),
    "online": Words(vi="tiếp nhận trực tuyến", en="received online"),
    "direct": Words(vi="tiếp nhận trực tiếp, BCCI", en="received directly or by post"),
    "early": Words(vi="giải quyết trước hạn", en="settled early"),
    "on_time": Words(vi="giải quyết đúng hạn", en="settled on time"),
    "late": Words(vi="giải quyết quá hạn", en="settled late"),
    "open_in_time": Words(vi="đang giải quyết trong hạn", en="open in time"),
    "open_late": Words(vi="đang giải quyết quá hạn", en="open late"),
}


@dataclass(frozen=True)
class StockFlowRow:
    """Eight figures of one field of procedures; the three totals follow from them and are never given."""

    field: str
    carried_over: int
    online: int
    direct: int
    early: int
    on_time: int
    late: int
    open_in_time: int
    open_late: int

    @property
    def received(self) -> int:
        return self.online + self.direct + self.carried_over

    @property
    def settled(self) -> int:
        return self.early + self.on_time + self.late

    @property
    def open(self) -> int:
        return self.open_in_time + self.open_late

    def check(self) -> None:
        for name, figure in zip(FIGURES.values(), astuple(self)[1:], strict=True):
            if figure < 0:
                raise Refusal(_BELOW_ZERO, line=self.field, what=say(name), figure=figure)
        if gap := self.received - self.settled - self.open:
            totals = {"received": self.received, "settled": self.settled, "open": self.open}
            raise Refusal(_UNBALANCED, line=self.field, gap=abs(gap), **totals)


@dataclass(frozen=True, kw_only=True)
class StockFlow:
    """The report of an agency on its dossiers from `since` to `until`, both days included."""

    letterhead: Letterhead
    since: date
    until: date
    rows: tuple[StockFlowRow, ...]
    on: date | None = None  # the day of the report; blank in print while it is not given
    signer: Signer | None = None

    @property
    def total(self) -> StockFlowRow:
        figures = [astuple(row)[1:] for row in self.rows]
        sums = [sum(column) for column in zip(*figures, strict=True)] or [0] * 8
        return StockFlowRow("Tổng cộng", *sums)

    def check(self, before: StockFlow | None = None) -> None:
        """Refuses, naming the line, figures that do not add up or do not continue the report of the period before."""
        for row in self.rows:
            row.check()
        if before is not None:
            left = {row.field: row.open for row in before.rows}
            for row in self.rows:
                _check_carried(row, left.get(row.field, 0))


def _check_carried(row: StockFlowRow, left: int) -> None:
    if row.carried_over != left:
        raise Refusal(_NOT_CARRIED, line=row.field, carried=row.carried_over, open=left)
