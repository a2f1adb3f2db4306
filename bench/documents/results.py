"""Results of one page, who signs them and what is trusted; keys are made when the run starts and never kept."""

from dataclasses import dataclass
from datetime import date, timedelta

from bench.documents.receipts import AT
from motcua.printing import OfficialDocument, Paragraph, Signer, to_pdf
from motcua.signing.boxes import Box
from motcua.signing.local.authority import Authority
from motcua.signing.local.keys import SoftKey
from motcua.signing.local.times import time_stamps
from motcua.signing.places import AGENCY, PERSON, ready
from motcua.signing.signing import sign
from motcua.signing.stamps import AgencySeal, PersonStamp
from motcua.signing.times import TimeStamps
from motcua.signing.trust import Trust

NAME, OFFICE = "Nguyễn Thị Ánh", "Ủy ban nhân dân xã Hòa Lợi"
PLACE, SEAL = Box(0, 340, 390, 490, 420), Box(0, 288, 354, 390, 456)
RESULT = OfficialDocument(
    agency_above="Ủy ban nhân dân tỉnh An Bình", agency=OFFICE, place="Hòa Lợi", kind="Quyết định", notation="QĐ-UBND",
    number=12, on=date(2026, 10, 8), summary="Về việc giải quyết hồ sơ đăng ký khai sinh",
    bases=("Căn cứ hồ sơ đã tiếp nhận ngày 05 tháng 10 năm 2026;",),
    body=tuple(
        Paragraph(f"Điều {no}. Công nhận kết quả giải quyết hồ sơ theo đề nghị của Trung tâm Phục vụ hành chính công.")
        for no in range(1, 4)
    ),
    recipients=("Như Điều 3", "Lưu: VT"), signers=(Signer("Chủ tịch", NAME, mode="TM. Ủy ban nhân dân"),),
)  # fmt: skip


@dataclass(frozen=True)
class Office:
    """A person and an agency that sign, a time-stamp authority, whom to trust, a result that waits for signatures."""

    person: SoftKey
    agency: SoftKey
    clock: SoftKey
    trust: Trust
    blank: bytes

    @classmethod
    def made(cls) -> "Office":
        since = AT - timedelta(days=30)
        issuing = Authority.root("Gốc thử nghiệm", at=since).under("CA thử nghiệm", at=since)
        blank = ready(to_pdf(RESULT, AT), signatures={PERSON: PLACE, AGENCY: SEAL}, texts={})
        person, agency = issuing.person(NAME, OFFICE, at=since), issuing.agency(OFFICE, at=since)
        trust = issuing.trust(at=AT, days=30)
        return cls(person, agency, issuing.time_stamper("Giờ thử nghiệm", at=since), trust, blank)

    @property
    def times(self) -> TimeStamps:
        return time_stamps(self.clock, lambda: AT)

    def signed(self, no: int, *, stamped: bool = False) -> bytes:
        """By the person, `no` seconds after the first, so that no two are alike."""
        at = AT + timedelta(seconds=no)
        time = self.times if stamped else None
        return sign(self.blank, self.person, field=PERSON, at=at, stamp=PersonStamp(NAME), time=time)

    def sealed(self, signed: bytes, no: int) -> bytes:
        """By the agency too."""
        at = AT + timedelta(seconds=no)
        return sign(signed, self.agency, field=AGENCY, at=at, stamp=AgencySeal(OFFICE))
