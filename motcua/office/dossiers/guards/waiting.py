"""Guards of supplements: asked for once and complete; what may be asked again is warned of before."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.law import law
from motcua.office.dossiers import deadlines
from motcua.office.dossiers.guards.reception import KEPT
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import Dossier
from motcua.office.dossiers.told import Paper
from motcua.worktime.term import Term

PAPER = Words(vi="tên giấy tờ cần bổ sung", en="the name of a paper that is missing")
NOTHING_WANTED = Words(
    vi="Hồ sơ {code}: phiếu yêu cầu bổ sung phải ghi đủ một lần mọi giấy tờ còn thiếu; hãy liệt kê ít nhất một.",
    en="Dossier {code}: a supplement request names everything missing, all at once; list at least one paper.",
)
NOTHING_BROUGHT = Words(
    vi="Hồ sơ {code}: chưa ghi giấy tờ nào được nộp bổ sung; hãy đánh dấu những giấy tờ đã nộp.",
    en="Dossier {code}: no paper is told that was brought; tick those that were handed in.",
)
AGAIN = Words(
    vi="Hồ sơ {code} đã bị yêu cầu bổ sung {times} lần; pháp luật chỉ cho một lần, lần này sẽ bị ghi là vi phạm.",
    en="Dossier {code} was sent back for papers {times} times already; the law allows once, this will be noted.",
)
LATE = Words(
    vi="Hồ sơ {code}: đã quá {days} ngày làm việc kể từ khi tiếp nhận; yêu cầu bổ sung lúc này là muộn.",
    en="Dossier {code}: {days} working days since reception have passed; a supplement request is late now.",
)


def list_of(wanted: Sequence[str], code: str) -> list[str]:
    """What is missing, by name. Raises Refusal where nothing is, or a name is blank."""
    if not wanted:
        raise Refusal(NOTHING_WANTED, code=code)
    return [written(one, code, PAPER, 1500) for one in wanted]


def brought(dossier: Dossier, papers: Sequence[Paper]) -> None:
    """Raises Refusal where nothing was brought, or an original is kept that the office may not keep."""
    if not papers:
        raise Refusal(NOTHING_BROUGHT, code=dossier.code)
    may_keep = set(dossier.version.components.filter(keeps_original=True).values_list("no", flat=True))
    for paper in papers:
        if paper.kept_original and paper.listed_as not in may_keep:
            raise Refusal(KEPT, name=paper.name)


def warnings(dossier: Dossier, at: datetime) -> list[Refusal]:
    """What stands against asking now and does not forbid it: said on the page before, noted in the journal after."""
    found = []
    if dossier.supplement_requests:
        found.append(Refusal(AGAIN, code=dossier.code, times=dossier.supplement_requests))
    allowed = law().values["supplement_request_days"].on(timezone.localdate(dossier.received_at))
    if allowed is not None:
        term = Term(int(allowed.value), "working_day")
        if at > deadlines.schedule_of(dossier.competent_unit).due(dossier.received_at, term):
            found.append(Refusal(LATE, code=dossier.code, days=term.value))
    return found
