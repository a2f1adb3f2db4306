"""Guards of supplements: asked for once and complete; what may be asked again is warned of before."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from motcua.language import Refusal, Words, plain
from motcua.law import law
from motcua.office.dossiers import deadlines, lifecycle
from motcua.office.dossiers.guards.money import whole
from motcua.office.dossiers.guards.reception import LOOK_UP
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import Dossier, DueLineKind
from motcua.office.dossiers.told import Paper
from motcua.worktime.term import Term

PAPER = Words(vi="tên giấy tờ cần bổ sung", en="the name of a paper that is missing")
NOTHING_WANTED = Words(
    vi="Hồ sơ {code}: phiếu yêu cầu bổ sung phải ghi đủ một lần mọi giấy tờ còn thiếu; hãy liệt kê ít nhất một.",
    en="Dossier {code}: a supplement request names everything missing, all at once; list at least one paper.",
)
BEYOND_LIST = Words(
    vi="Hồ sơ {code}: “{name}” không thuộc thành phần hồ sơ đã công bố của thủ tục {procedure} nên không được yêu cầu.",
    en="Dossier {code}: “{name}” is not on the published list of procedure {procedure} and may not be asked for.",
)
NOTHING_BROUGHT = Words(
    vi="Hồ sơ {code}: chưa ghi giấy tờ nào được nộp bổ sung; hãy đánh dấu những giấy tờ đã nộp.",
    en="Dossier {code}: no paper is told that was brought; tick those that were handed in.",
)
ACCEPT_IT = Words(
    vi="Hồ sơ {code} chưa được tiếp nhận; hãy dùng việc “tiếp nhận” với giấy tờ đã bổ sung để có giấy tiếp nhận.",
    en="Dossier {code} is not received yet; accept it with the papers brought, so that it has its receipt.",
)
NO_DUTY = Words(
    vi="Hồ sơ {code}: thủ tục {procedure} không phải thủ tục đất đai có nghĩa vụ tài chính; không tạm dừng hạn trả.",
    en="Dossier {code}: {procedure} is no land procedure with a financial duty; the clock does not stop for one.",
)
SAME_NOTICE = Words(
    vi="Hồ sơ {code} đã tạm dừng theo thông báo {notice}; mỗi thông báo chỉ tạm dừng hạn trả một lần.",
    en="Dossier {code} waited for notice {notice} already; each notice stops the clock once.",
)
AGAIN = Words(
    vi="Hồ sơ {code} đã bị yêu cầu bổ sung {times} lần; pháp luật chỉ cho một lần, lần này sẽ bị ghi là vi phạm.",
    en="Dossier {code} was sent back for papers {times} times already; the law allows once, this will be noted.",
)
LATE = Words(
    vi="Hồ sơ {code}: đã quá {days} ngày làm việc kể từ khi tiếp nhận; yêu cầu bổ sung lúc này là muộn.",
    en="Dossier {code}: {days} working days since reception have passed; a supplement request is late now.",
)


def list_of(wanted: Sequence[str], dossier: Dossier) -> list[str]:
    """What is missing: papers of the version's list, each by its name, then a colon and what is to be put right in it.

    Raises Refusal where nothing is, a name is blank or not on the list, or data stand for the paper.
    """
    if not wanted:
        raise Refusal(NOTHING_WANTED, code=dossier.code)
    clean = [written(one, dossier.code, PAPER, 1500) for one in wanted]
    version = dossier.version
    listed = list(version.components.all())
    for one in clean:
        found = next((paper for paper in listed if names(one, paper.name)), None)
        if found is None:
            raise Refusal(BEYOND_LIST, code=dossier.code, name=one, procedure=version.procedure.code)
        if version.special == "residence" and found.replaced_by_data:
            raise Refusal(LOOK_UP, name=found.name)
    return clean


def may_be_asked(dossier: Dossier) -> list[str]:
    """The papers that the citizen may be asked for, by name: of the published list, but for what is looked up."""
    looked_up = dossier.version.special == "residence"
    return [one.name for one in dossier.version.components.all() if not (looked_up and one.replaced_by_data)]


def names(wanted: str, paper: str) -> bool:
    """Whether the words are the name of the paper, alone or followed by what is to be put right in it."""
    said, name = plain(wanted), plain(paper)
    return said == name or said.startswith(f"{name}:")


def brought(dossier: Dossier, papers: Sequence[Paper]) -> None:
    """Raises Refusal where nothing was brought, or the desk never received the dossier."""
    if not papers:
        raise Refusal(NOTHING_BROUGHT, code=dossier.code)
    if not lifecycle.accepted(dossier):
        raise Refusal(ACCEPT_IT, code=dossier.code)


def owes_duty(dossier: Dossier, notice: str, amount: int) -> None:
    """Raises Refusal but for a land procedure and a notice that stopped this clock never before."""
    if dossier.version.special != "land":
        raise Refusal(NO_DUTY, code=dossier.code, procedure=dossier.version.procedure.code)
    whole(amount)
    if dossier.due_lines.filter(kind=DueLineKind.PAUSE, document=notice).exists():
        raise Refusal(SAME_NOTICE, code=dossier.code, notice=notice)


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
