"""Sentences of sign-in and account."""

from motcua.language import Words

WRONG_PASSWORD = Words(
    vi="Tên đăng nhập hoặc mật khẩu không đúng; hãy gõ lại.",
    en="The user name or the password is wrong; type them again.",
)
IDLE = Words(
    vi="Tài khoản này đã hơn {days} ngày không dùng nên bị khóa; hãy nhờ người quản trị mở lại.",
    en="This account was not used for more than {days} days and is closed; ask the administrator to open it.",
)
NO_SUCH_CODE = Words(
    vi="Mã không đúng hoặc đã hết hạn; hãy nhập mã 6 số đang hiện trên điện thoại.",
    en="The code is wrong or has expired; type the 6 digits that your phone shows now.",
)
SAME_PASSWORD = Words(
    vi="Mật khẩu mới phải khác mật khẩu đang dùng.", en="The new password must be another than the present one."
)
PASSWORD_CHANGED = Words(vi="Đã đổi mật khẩu.", en="The password was changed.")
