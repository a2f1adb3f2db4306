"""Guards of refusal: by the desk before anybody works on it, by the head on the proposal of another afterwards."""

from datetime import date

from motcua.language import Refusal, Words
from motcua.office.dossiers.guards.settlement import proposal
from motcua.office.dossiers.models import Dossier, Result
from motcua.office.people.models import Officer

TERMINATION_SINCE = date(2025, 7, 1)  # circular 03/2025 has the form, circular 01/2018 has none

PROPOSED_TO_GRANT = Words(
    vi="Hồ sơ {code} được đề xuất giải quyết, không phải từ chối; hãy duyệt hoặc trả lại để đề xuất từ chối.",
    en="Dossier {code} is proposed to be granted, not refused; approve it, or send it back for such a proposal.",
)
NO_TERMINATION_YET = Words(
    vi="Hồ sơ {code} tiếp nhận trước ngày {since}: chưa có mẫu thông báo dừng giải quyết; hãy từ chối có nêu lý do.",
    en="Dossier {code} was received before {since}: there is no form of termination; refuse it with a reason.",
)


def proposed(dossier: Dossier, by: Officer) -> Result:
    """The proposal to refuse that another made. Raises Refusal where there is none."""
    found = proposal(dossier, by)
    if not found.refuses:
        raise Refusal(PROPOSED_TO_GRANT, code=dossier.code)
    return found


def terminable(dossier: Dossier, received_on: date) -> None:
    """Raises Refusal for a dossier of the days before the form existed: it keeps the forms of its reception."""
    if received_on < TERMINATION_SINCE:
        raise Refusal(NO_TERMINATION_YET, code=dossier.code, since=TERMINATION_SINCE.strftime("%d/%m/%Y"))
