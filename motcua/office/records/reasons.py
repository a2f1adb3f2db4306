"""Why a file could not be read, by the code that is kept with it."""

from motcua.language import Words

PROGRAM, BROKEN, TOO_LONG, MEMORY, LOST, KILLED, OTHER = (
    "program", "broken", "too_long", "memory", "lost", "killed", "other",
)  # fmt: skip

REASONS = {
    PROGRAM: Words(
        vi="Máy chủ thiếu Tesseract (tiếng Việt) hoặc Ghostscript; hãy báo người quản trị cài rồi đọc lại.",
        en="The server lacks Tesseract (Vietnamese) or Ghostscript; have them installed, then try again.",
    ),
    BROKEN: Words(
        vi="Không mở được các trang của tệp; hãy quét lại giấy tờ.",
        en="The pages of the file cannot be opened; scan the paper again.",
    ),
    TOO_LONG: Words(
        vi="Đọc quá lâu nên đã dừng; hãy quét lại ở 200–300 dpi hoặc chia thành nhiều tệp.",
        en="Reading took too long and was ended; scan it again at 200–300 dpi or in several files.",
    ),
    MEMORY: Words(
        vi="Đọc cần quá nhiều bộ nhớ nên đã dừng; hãy quét lại ở 200–300 dpi.",
        en="Reading needed too much memory and was ended; scan it again at 200–300 dpi.",
    ),
    LOST: Words(
        vi="Tệp không còn trong kho lưu trữ; hãy báo người quản trị khôi phục từ bản sao lưu rồi đọc lại.",
        en="The file is not in the store any more; have it restored from a backup, then try again.",
    ),
    KILLED: Words(
        vi="Việc đọc bị ngắt giữa chừng nhiều lần; hãy đọc lại, nếu vẫn vậy thì báo người quản trị.",
        en="Reading was broken off several times; try again, and tell the administrator where that does not help.",
    ),
    OTHER: Words(
        vi="Chương trình đọc chữ báo lỗi; hãy đọc lại, nếu vẫn vậy thì quét lại giấy tờ.",
        en="The program that reads reported an error; try again, or scan the paper again where that does not help.",
    ),
}
