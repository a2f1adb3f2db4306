"""Guards of digitisation: a copy of nothing, of something else or with pages missing is no copy."""

from motcua.language import Refusal, Words
from motcua.office.dossiers.models import DigitalCopy, Dossier, Result

NO_RESULT = Words(
    vi="Hồ sơ {code} chưa có kết quả được ghi số, ngày; chỉ số hóa kết quả đã ban hành.",
    en="Dossier {code} has no recorded result with number and day yet; what is digitised is a result that was issued.",
)
OTHER_PAGES = Words(
    vi="Hồ sơ {code}: kết quả có {pages} trang nhưng tệp PDF có {found} trang; hãy quét đủ và đúng từng trang.",
    en="Dossier {code}: the result has {pages} pages, the PDF {found}; scan each page once.",
)
SAME = Words(
    vi="Hồ sơ {code}: tệp này đã là bản số hóa của kết quả; không cần nộp lại.",
    en="Dossier {code}: this very file is the digital copy of the result already.",
)


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
