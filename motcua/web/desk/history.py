"""The journal's acts of a dossier in words."""

from motcua.language import Words

ACTS = {
    "dossier.received": Words(vi="Tiếp nhận", en="Received"),
    "dossier.submitted": Words(vi="Nộp hồ sơ, chờ tiếp nhận", en="Filed, to be accepted"),
    "dossier.accepted": Words(vi="Tiếp nhận", en="Accepted"),
    "dossier.duty_asked": Words(vi="Thông báo nghĩa vụ tài chính", en="Notice of a duty sent"),
    "dossier.duty_paid": Words(vi="Đã nộp nghĩa vụ tài chính", en="Duty paid"),
    "dossier.mediation_ended": Words(vi="Kết thúc hòa giải", en="Mediation ended"),
    "dossier.passed_on": Words(vi="Chuyển", en="Passed on"),
    "dossier.taken_over": Words(vi="Nhận", en="Taken over"),
    "dossier.assigned": Words(vi="Giao đích danh", en="Assigned"),
    "dossier.work_handed_over": Words(vi="Bàn giao công việc", en="Work handed over"),
    "dossier.opinion_asked": Words(vi="Lấy ý kiến", en="Opinion asked"),
    "dossier.opinion_answered": Words(vi="Trả lời ý kiến", en="Opinion answered"),
    "dossier.supplement_asked": Words(vi="Yêu cầu bổ sung", en="Papers asked for"),
    "dossier.resubmitted": Words(vi="Nộp bổ sung", en="Papers brought"),
    "dossier.withdrawn": Words(vi="Rút hồ sơ", en="Withdrawn"),
    "dossier.not_received": Words(vi="Từ chối tiếp nhận", en="Not received"),
    "dossier.refused": Words(vi="Từ chối giải quyết", en="Refused"),
    "dossier.terminated": Words(vi="Dừng giải quyết", en="Terminated"),
    "dossier.proposed": Words(vi="Đề xuất", en="Proposed"),
    "dossier.sent_back": Words(vi="Trả lại để làm lại", en="Sent back"),
    "dossier.approved": Words(vi="Duyệt", en="Approved"),
    "dossier.settled": Words(vi="Ghi kết quả", en="Result recorded"),
    "dossier.digitised": Words(vi="Số hóa kết quả", en="Result digitised"),
    "dossier.paper_scanned": Words(vi="Số hóa giấy tờ", en="Paper digitised"),
    "dossier.copy_certified": Words(vi="Đối chiếu bản số hóa với bản giấy", en="Digital copy compared"),
    "dossier.copy_signed": Words(vi="Đối chiếu và ký số bản số hóa", en="Digital copy compared and signed"),
    "dossier.copy_sealed": Words(vi="Cơ quan ký số bản số hóa", en="Digital copy signed by the agency"),
    "dossier.copy_archived": Words(vi="Lưu trữ lâu dài bản số hóa đã ký", en="Signed digital copy archived"),
    "dossier.copy_reused": Words(vi="Dùng lại giấy tờ đã có trong kho", en="Paper in store used again"),
    "dossier.reading_tried_again": Words(vi="Nhận dạng lại văn bản của bản số hóa", en="Digital copy to be read again"),
    "dossier.file_discarded": Words(vi="Xóa tệp hết hạn giữ", en="File past its term deleted"),
    "dossier.returned": Words(vi="Trả kết quả", en="Returned"),
    "dossier.charged": Words(vi="Ghi khoản phải thu", en="Fee charged"),
    "dossier.paid": Words(vi="Thu tiền", en="Money taken in"),
    "dossier.certified": Words(vi="Chứng thực", en="Certified"),
    "dossier.certified_at_once": Words(vi="Chứng thực, trả ngay", en="Certified and returned at once"),
    "dossier.residence_checked": Words(vi="Tra cứu cư trú", en="Residence looked up"),
    "dossier.archived": Words(vi="Nộp tàng thư", en="Handed to the archive"),
    "dossier.council_recorded": Words(vi="Ghi hội đồng hòa giải", en="Council recorded"),
    "dossier.apology_drafted": Words(vi="Soạn thư xin lỗi", en="Apology drafted"),
    "dossier.apologised": Words(vi="Ký thư xin lỗi, hẹn lại", en="Apologised"),
    "dossier.cause_confirmed": Words(vi="Xác nhận nguyên nhân quá hạn", en="Cause of lateness confirmed"),
    "dossier.corrected": Words(vi="Đính chính", en="Corrected"),
    "dossier.reopened": Words(vi="Mở lại", en="Reopened"),
    "dossier.linked": Words(vi="Chuyển liên thông", en="Linked"),
}


def told(act: str) -> Words:
    """What the act is called; an act without a word of its own by its name."""
    return ACTS.get(act) or Words(vi=act, en=act)
