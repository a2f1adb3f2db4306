"""Guards of digitisation: a copy of nothing, of something else or with pages missing is no copy."""

from collections.abc import Sequence

from motcua.language import Refusal, Words
from motcua.office.dossiers.digitisation import copies_in_use
from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent, PaperForm, Result
from motcua.office.records.judging import Page

NO_RESULT = Words(
    vi="Hồ sơ {code} chưa có kết quả được ghi số, ngày; chỉ số hóa kết quả đã ban hành.",
    en="Dossier {code} has no recorded result with number and day yet; what is digitised is a result that was issued.",
)
OTHER_PAGES = Words(
    vi="Hồ sơ {code}: kết quả có {pages} trang nhưng bản quét có {found} trang; hãy quét đủ và đúng từng trang.",
    en="Dossier {code}: the result has {pages} pages, the scan {found}; scan each page once.",
)
SAME = Words(
    vi="Hồ sơ {code}: tệp này đã là bản số hóa của kết quả; không cần nộp lại.",
    en="Dossier {code}: this very file is the digital copy of the result already.",
)
NO_PAPER = Words(
    vi="Hồ sơ {code} không có giấy tờ số {no}; hãy chọn trong danh sách giấy tờ đã nhận.",
    en="Dossier {code} has no paper {no}; choose one of the papers that were taken in.",
)
DATA = Words(
    vi="Giấy tờ số {no} “{name}” là dữ liệu thay giấy tờ; không có bản giấy để quét.",
    en="Paper {no} “{name}” is data in place of a paper; there is nothing to scan.",
)
UNLIKE_DECLARED = Words(
    vi="Giấy tờ số {no}: khi tiếp nhận ghi {pages} trang nhưng bản quét có {found} trang; hãy quét đủ từng trang, hoặc "
    "đính chính số trang nếu đã ghi nhầm.",
    en="Paper {no}: {pages} pages were declared at reception, the scan has {found}; scan each page once, or correct "
    "the number of pages where it was told wrong.",
)
SAME_SCAN = Words(
    vi="Giấy tờ số {no}: các tệp này đã là bản số hóa đang dùng; không cần nộp lại.",
    en="Paper {no}: these very files are its digital copy already.",
)
NO_COPY = Words(
    vi="Bản số hóa này không còn được dùng hoặc đã hỏng trong kho; hãy quét lại rồi đối chiếu.",
    en="This digital copy is replaced or damaged in the store; scan it again, then compare it.",
)
COMPARED = Words(
    vi="Bản số hóa này đã được đối chiếu với bản giấy; không cần xác nhận lại.",
    en="This digital copy was compared with the paper already.",
)

BLANK = Words(
    vi="Bản quét không có nội dung: mọi trang đều trống; hãy kiểm tra mặt giấy rồi quét lại.",
    en="Nothing is on the scan, all its pages are blank; look which side of the paper was scanned, then scan it again.",
)


def shows_something(seen: Sequence[Page]) -> None:
    """Raises Refusal where not one page of the scan has anything on it."""
    if all(page.blank for page in seen):
        raise Refusal(BLANK)


def issued(dossier: Dossier) -> Result:
    """The result that was issued. Raises Refusal where there is none."""
    found = Result.objects.filter(dossier=dossier, issued_at__isnull=False).first()
    if found is None:
        raise Refusal(NO_RESULT, code=dossier.code)
    return found


def whole(dossier: Dossier, result: Result, pages: int) -> None:
    """Raises Refusal where the file has not as many pages as the result."""
    if pages != result.pages:
        raise Refusal(OTHER_PAGES, code=dossier.code, pages=result.pages or 0, found=pages)


def another(dossier: Dossier, sha256: str, counting: DigitalCopy | None) -> None:
    """Raises Refusal where the file is the copy that counts now."""
    if counting is not None and counting.file.sha256 == sha256:
        raise Refusal(SAME, code=dossier.code)


def paper(dossier: Dossier, no: int) -> DossierComponent:
    """The paper of that number. Raises Refusal where there is none or nothing to be scanned."""
    found = dossier.components.filter(no=no).first()
    if found is None:
        raise Refusal(NO_PAPER, code=dossier.code, no=no)
    if found.form == PaperForm.DATA:
        raise Refusal(DATA, no=no, name=found.name)
    return found


def as_declared(component: DossierComponent, pages: int) -> None:
    """Raises Refusal where the file has not as many pages as were declared of the paper."""
    if component.declared_pages not in (None, pages):
        raise Refusal(UNLIKE_DECLARED, no=component.no, pages=component.declared_pages or 0, found=pages)


def new_scan(component: DossierComponent, sha256: str) -> None:
    """Raises Refusal where the paper's copy in use is this very file."""
    if copies_in_use().filter(component=component, file__sha256=sha256).exists():
        raise Refusal(SAME_SCAN, no=component.no)


def in_use(dossier: Dossier, copy: int) -> DigitalCopy:
    """The copy in use, of this dossier. Raises Refusal for any other."""
    rows = copies_in_use().select_related("file", "component")
    found = next((one for one in rows.filter(pk=copy) if _of(one, dossier)), None)
    if found is None:
        raise Refusal(NO_COPY)
    return found


def comparable(dossier: Dossier, copy: int) -> DigitalCopy:
    """The copy in use, of this dossier, that nobody compared yet. Raises Refusal for any other."""
    found = in_use(dossier, copy)
    if found.certified_at is not None or found.source_id is not None:
        raise Refusal(COMPARED)
    if found.component is not None:
        as_declared(found.component, found.file.pages)
    return found


def _of(copy: DigitalCopy, dossier: Dossier) -> bool:
    whose = copy.component.dossier_id if copy.component is not None else copy.result and copy.result.dossier_id
    return whose == dossier.pk
