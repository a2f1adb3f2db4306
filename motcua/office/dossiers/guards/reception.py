"""Guards of reception: no short list of papers, no original kept without right, no stranger without authority."""

from datetime import date

from motcua.language import Refusal, Words
from motcua.office.dossiers.models import Channel, Dossier, PaperForm, SubmitterKind
from motcua.office.dossiers.told import Reception

STAFF = (SubmitterKind.POST_OFFICE, SubmitterKind.OFFICER)
NOT_IN_FORCE = Words(
    vi="Thủ tục {code} không có phiên bản này đang có hiệu lực ngày {on}; hãy chọn phiên bản hiện hành.",
    en="This version of procedure {code} is not in force on {on}; choose the one in force.",
)
NO_PAPERS = Words(
    vi="Giấy tiếp nhận phải liệt kê thành phần hồ sơ; hãy đánh dấu những giấy tờ đã nộp.",
    en="The receipt must list the papers; tick those that were handed in.",
)
SHORT = Words(
    vi="Còn thiếu giấy tờ số {no} “{name}”; hãy nhận đủ hoặc lập phiếu yêu cầu bổ sung.",
    en="Paper no. {no} “{name}” is missing; take it in or write a supplement request.",
)
KEPT = Words(
    vi="Không được giữ bản chính “{name}”: hãy đối chiếu, giữ bản sao và trả lại bản chính.",
    en="The original of “{name}” may not be kept: compare it, keep a copy and hand the original back.",
)
LOOK_UP = Words(
    vi="Không yêu cầu người dân nộp “{name}”: hãy tra cứu dữ liệu cư trú và ghi lại cách tra cứu.",
    en="“{name}” may not be asked for: look the residence data up and note how.",
)
NO_AUTHORITY = Words(
    vi="Người nộp không phải chủ hồ sơ: hãy ghi người nộp và văn bản ủy quyền.",
    en="Who files is not the owner: name who files and the paper of authority.",
)
ONE_ACCOUNT = Words(
    vi="Tài khoản này đã nộp hồ sơ cho người khác; mỗi người nộp bằng tài khoản của mình hoặc có văn bản ủy quyền.",
    en="This account has filed for someone else; each files from their own account or with a paper of authority.",
)
STAFF_ACCOUNT = Words(
    vi="Hồ sơ trực tuyến nộp bằng tài khoản của chủ hồ sơ hoặc người được ủy quyền; nhân viên bưu chính, công chức chỉ "
    "hướng dẫn.",
    en="Online dossiers come from the account of the owner or of who is authorised; clerks of the post and officers "
    "only help.",
)
NO_WITNESSES = Words(
    vi="Người yêu cầu không đọc, nghe, ký, điểm chỉ được: phải có hai người làm chứng, không phải người yêu cầu.",
    en="The applicant cannot read, hear, sign or give a fingerprint: two witnesses are needed, not the applicant.",
)


def check(told: Reception, on: date) -> None:
    """Raises Refusal with the first thing that stands against taking the dossier in."""
    _in_force(told, on)
    _papers(told)
    _looked_up(told)
    _submitter(told)
    _witnesses(told)


def _in_force(told: Reception, on: date) -> None:
    version = told.version
    ends = version.in_force_to
    if told.parent is not None:
        return  # a leg keeps the version of the whole
    if version.released_at is None or version.in_force_from > on or (ends is not None and ends < on):
        raise Refusal(NOT_IN_FORCE, code=version.procedure.code, on=on.strftime("%d/%m/%Y"))


def _papers(told: Reception) -> None:
    if not told.papers:
        raise Refusal(NO_PAPERS)
    handed = {paper.listed_as for paper in told.papers}
    listed = {component.no: component for component in told.version.components.all()}
    for component in listed.values():
        if component.required and not component.replaced_by_data and component.no not in handed:
            raise Refusal(SHORT, no=component.no, name=component.name)
    for paper in told.papers:
        component_or_none = listed.get(paper.listed_as or 0)
        if paper.kept_original and (component_or_none is None or not component_or_none.keeps_original):
            raise Refusal(KEPT, name=paper.name)


def _looked_up(told: Reception) -> None:
    """Residence: what data replace is looked up, nobody is asked for the paper."""
    if told.version.special != "residence":
        return
    replaced = {one.no: one for one in told.version.components.all() if one.replaced_by_data}
    for paper in told.papers:
        if paper.listed_as in replaced and paper.form != PaperForm.DATA:
            raise Refusal(LOOK_UP, name=replaced[paper.listed_as].name)


def _submitter(told: Reception) -> None:
    if told.submitter_kind != SubmitterKind.SELF:
        if told.submitter is None or not told.authority.strip():
            raise Refusal(NO_AUTHORITY)
        if told.channel == Channel.ONLINE and told.submitter_kind in STAFF and told.submitter != told.applicant:
            raise Refusal(STAFF_ACCOUNT)
        return
    if told.channel == Channel.ONLINE and told.submitter_account:
        others = Dossier.objects.filter(submitter_account=told.submitter_account).exclude(applicant=told.applicant)
        if others.exists():
            raise Refusal(ONE_ACCOUNT)


def _witnesses(told: Reception) -> None:
    persons = {person.pk for person in told.witnesses} - {told.applicant.pk}
    if told.special_case and len(persons) < 2:
        raise Refusal(NO_WITNESSES)
