"""Why a signature holds or does not: a code that is kept, in plain words for whoever reads it."""

from enum import Enum

from motcua.language import Words
from motcua.signing.chains import Standing


class Reason(Enum):
    """Its name is the code. Once kept somewhere a code stays; its words may become better."""

    VALID = Words(
        vi="nội dung không bị thay đổi, chứng thư thuộc danh sách tin cậy và còn hiệu lực khi ký",
        en="nothing was changed, the certificate leads to the trust list and was in force when it signed",
    )
    CHANGED = Words(
        vi="nội dung đã bị thay đổi sau khi ký (dữ liệu được ký không còn nguyên vẹn)",
        en="the content was changed after it was signed (the signed bytes are not what they were)",
    )
    FORGED = Words(
        vi="chữ ký không phải do khóa của chứng thư này tạo ra",
        en="the key of the certificate did not make this signature",
    )
    PART = Words(vi="chữ ký chỉ bao phủ một phần của tệp", en="the signature covers a part of the file alone")
    ADDED = Words(
        vi="sau khi ký, tệp bị thêm hoặc sửa những gì chữ ký không cho phép",
        en="after it was signed, something was added or changed that the signature does not permit",
    )
    PAGES = Words(
        vi="sau khi ký, tệp bị thêm hoặc bớt trang",
        en="pages were added or taken away after it was signed",
    )
    NO_MOMENT = Words(vi="không biết ký lúc nào", en="nothing says when it was signed")
    LATER = Words(vi="thời điểm ký ở tương lai", en="it says it was signed in the future")
    UNPROVEN = Words(
        vi="chứng thư nay đã hết hạn hoặc bị thu hồi, mà không có dấu thời gian chứng minh đã ký trước đó",
        en="the certificate has expired or was revoked since, and no time stamp proves that it signed before",
    )
    UNSIGNED = Words(
        vi="tệp không có chữ ký số nào; hình chữ ký, hình con dấu trên trang không phải là chữ ký số",
        en="the file bears no digital signature; pictures of a signature or a seal on its pages are none",
    )
    EMPTY_PLACE = Words(
        vi="tệp có ô chờ ký nhưng chưa ai ký số", en="the file has a place to sign; nobody has signed there"
    )
    ATTACHED = Words(
        vi="tệp không có chữ ký số nào; chữ ký của tệp đính kèm bên trong không phải là chữ ký của tệp này",
        en="the file bears no digital signature; signatures of a file attached inside are not its own",
    )
    TOO_MANY = Words(vi="tệp có quá nhiều chữ ký để kiểm tra", en="the file has too many signatures to be looked at")
    TOO_LARGE = Words(vi="tệp quá lớn để kiểm tra chữ ký", en="the file is too large to be looked at")
    TOO_HARD = Words(
        vi="tệp quá phức tạp nên không kiểm tra chữ ký được",
        en="the file is made too intricate to be looked at",
    )
    NO_CAPACITY = Words(
        vi="danh sách tin cậy không cho biết chứng thư này là của người ký hay của cơ quan",
        en="the trust list does not say whether the certificate is that of a person or of an agency",
    )
    BROKEN_FILE = Words(vi="tệp PDF hỏng hoặc bị khóa, không kiểm tra được", en="the PDF is damaged or locked")
    FOREIGN = Words(
        vi="tổ chức cấp chứng thư không thuộc danh sách tin cậy",
        en="who issued the certificate is not in the trust list",
    )
    REVOKED = Words(vi="chứng thư đã bị thu hồi trước khi ký", en="the certificate had been revoked before it signed")
    EXPIRED = Words(vi="chứng thư đã hết hạn khi ký", en="the certificate had expired when it signed")
    EARLY = Words(vi="chứng thư chưa có hiệu lực khi ký", en="the certificate was not in force yet")
    UNFIT = Words(vi="chứng thư không dùng để ký văn bản", en="the certificate is not one to sign documents with")
    NO_LIST = Words(
        vi="không có danh sách thu hồi để biết chứng thư còn hiệu lực khi ký hay không",
        en="no revocation list tells whether the certificate was in force when it signed",
    )

    @property
    def words(self) -> Words:
        return self.value


STANDING = {
    Standing.FOREIGN: Reason.FOREIGN,
    Standing.REVOKED: Reason.REVOKED,
    Standing.EXPIRED: Reason.EXPIRED,
    Standing.EARLY: Reason.EARLY,
    Standing.UNFIT: Reason.UNFIT,
    Standing.UNKNOWN: Reason.NO_LIST,
}
UNREAD = (Reason.TOO_MANY, Reason.TOO_LARGE, Reason.TOO_HARD, Reason.BROKEN_FILE)  # nothing is known of the whole file
