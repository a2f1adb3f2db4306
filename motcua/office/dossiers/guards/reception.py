"""Guards of reception: no short list of papers, no original kept without right, no stranger without authority."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from motcua.language import Refusal, Words
from motcua.office.dossiers import lifecycle
from motcua.office.dossiers.models import Channel, Dossier, PaperForm, SubmitterKind
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.procedures.models import Version

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
AT_COUNTER = Words(
    vi="Hồ sơ nộp trực tiếp được kiểm tra và tiếp nhận ngay tại quầy; chỉ hồ sơ trực tuyến hoặc qua bưu chính mới chờ.",
    en="What is filed at the counter is looked at and received at once; only online and postal dossiers wait.",
)
ACCEPTED = Words(
    vi="Hồ sơ {code} đã được tiếp nhận, đã có giấy tiếp nhận; không tiếp nhận lần nữa.",
    en="Dossier {code} is received and has its receipt; it is not received again.",
)
NOT_LISTED = Words(
    vi="“{name}” không thuộc thành phần hồ sơ đã công bố của thủ tục {code}; chỉ nhận giấy tờ có trong danh mục.",
    en="“{name}” is not on the published list of procedure {code}; only papers of that list are taken in.",
)
NO_AUTHORITY = Words(
    vi="Người nộp không phải chủ hồ sơ: hãy ghi người nộp và văn bản ủy quyền.",
    en="Who files is not the owner: name who files and the paper of authority.",
)
NO_ACCOUNT = Words(
    vi="Hồ sơ trực tuyến phải ghi tài khoản đã nộp; nếu nộp tại quầy hoặc qua bưu chính thì chọn đúng cách nộp.",
    en="An online dossier names the account that filed it; what came at the counter or by post is told as that.",
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
    vi="Người yêu cầu không đọc, nghe, ký, điểm chỉ được: phải có hai người làm chứng khác nhau, không phải người yêu "
    "cầu, người nộp hay chủ dữ liệu.",
    en="The applicant cannot read, hear, sign or give a fingerprint: two different witnesses are needed, neither who "
    "asks or files nor whose data it is.",
)


def check(told: Reception, on: date) -> None:
    """Raises Refusal with the first thing that stands against taking the dossier in."""
    _in_force(told, on)
    if not told.papers:
        raise Refusal(NO_PAPERS)
    complete(told.version, {paper.listed_as for paper in told.papers})
    _as_it_came(told)


def check_filed(told: Reception, on: date) -> None:
    """The same of what was filed online or by post, but for papers that may be missing still."""
    if told.channel == Channel.COUNTER:
        raise Refusal(AT_COUNTER)
    _in_force(told, on)
    _as_it_came(told)


def complete(version: Version, handed: Collection[int | None]) -> None:
    """Raises Refusal for the first paper of the version's list that is missing."""
    for component in version.components.all():
        if component.required and not component.replaced_by_data and component.no not in handed:
            raise Refusal(SHORT, no=component.no, name=component.name)


def not_accepted_yet(dossier: Dossier) -> None:
    if lifecycle.accepted(dossier):
        raise Refusal(ACCEPTED, code=dossier.code)


def brought(dossier: Dossier, papers: Sequence[Paper]) -> list[Paper]:
    """Papers brought later, each by its number on the list of the version. Raises Refusal for any other.

    Also where an original is kept that the office may not keep, and where data replace the paper.
    """
    version = dossier.version
    numbers = {component.name: component.no for component in version.components.all()}
    named = [one if one.listed_as else replace(one, listed_as=numbers.get(one.name.strip())) for one in papers]
    for paper in named:
        if paper.listed_as not in numbers.values():
            raise Refusal(NOT_LISTED, name=paper.name, code=version.procedure.code)
    none_kept(version, named)
    looked_up(version, named)
    return named


def _as_it_came(told: Reception) -> None:
    none_kept(told.version, told.papers)
    looked_up(told.version, told.papers)
    _submitter(told)
    _witnesses(told)


def _in_force(told: Reception, on: date) -> None:
    version = told.version
    ends = version.in_force_to
    if told.parent is not None:
        return  # a leg keeps the version of the whole
    if version.released_at is None or version.in_force_from > on or (ends is not None and ends < on):
        raise Refusal(NOT_IN_FORCE, code=version.procedure.code, on=on.strftime("%d/%m/%Y"))


def none_kept(version: Version, papers: Sequence[Paper]) -> None:
    """Raises Refusal for an original that is kept where the version does not allow it."""
    if not any(paper.kept_original for paper in papers):
        return
    may_keep = {component.no for component in version.components.all() if component.keeps_original}
    for paper in papers:
        if paper.kept_original and paper.listed_as not in may_keep:
            raise Refusal(KEPT, name=paper.name)


def looked_up(version: Version, papers: Sequence[Paper]) -> None:
    """Residence: what data replace is looked up, nobody is asked for the paper."""
    if version.special != "residence":
        return
    replaced = {one.no: one for one in version.components.all() if one.replaced_by_data}
    for paper in papers:
        if paper.listed_as in replaced and paper.form != PaperForm.DATA:
            raise Refusal(LOOK_UP, name=replaced[paper.listed_as].name)


def _submitter(told: Reception) -> None:
    """Who files in their own name is the applicant; who does for another has a paper; no account is lent."""
    own_name = told.submitter_kind == SubmitterKind.SELF
    if own_name and told.submitter not in (None, told.applicant):
        raise Refusal(NO_AUTHORITY)
    if not own_name and (told.submitter is None or not told.authority.strip()):
        raise Refusal(NO_AUTHORITY)
    if told.channel == Channel.ONLINE:
        _own_account(told)


def _own_account(told: Reception) -> None:
    if told.submitter_kind in STAFF and told.submitter != told.applicant:
        raise Refusal(STAFF_ACCOUNT)
    if not told.submitter_account.strip():
        raise Refusal(NO_ACCOUNT)
    whose = told.submitter or told.applicant
    own = Dossier.objects.filter(submitter_account=told.submitter_account, submitter_kind=SubmitterKind.SELF)
    if own.exclude(applicant=whose).exists():
        raise Refusal(ONE_ACCOUNT)


def _witnesses(told: Reception) -> None:
    """Two persons who stand neither for themselves nor for who files or whose data it is."""
    interested = {one.pk for one in (told.applicant, told.submitter, told.data_subject) if one is not None}
    if told.special_case and len({person.pk for person in told.witnesses} - interested) < 2:
        raise Refusal(NO_WITNESSES)
