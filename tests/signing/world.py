"""A document, who signs it and what is trusted; keys are made at run time."""

from dataclasses import dataclass
from datetime import timedelta

from motcua.printing import to_pdf
from motcua.signing.local.authority import Authority
from motcua.signing.local.keys import SoftKey
from motcua.signing.local.times import time_stamps
from motcua.signing.places import Box, fill, ready
from motcua.signing.signing import archive, sign
from motcua.signing.stamps import AgencySeal, PersonStamp
from motcua.signing.times import TimeStamps
from motcua.signing.trust import Trust
from tests.printing.samples import AT, NOTICE

DAY = timedelta(days=1)
PLACE = Box(0, 340, 310, 490, 370)
SEAL = Box(0, 288, 289, 390, 391)  # over a third of the signature
NUMBER, DATE = Box(0, 149, 709, 176, 725), Box(0, 389, 709, 405, 725)
NAME, OFFICE = "Nguyễn Thị Ánh", "Ủy ban nhân dân xã Hòa Lợi"


@dataclass
class World:
    """Who signs, and what is printed and ready to be signed."""

    issuing: Authority
    person: SoftKey
    agency: SoftKey
    clock: SoftKey
    blank: bytes

    @classmethod
    def made(cls) -> "World":
        issuing = Authority.root("Gốc thử nghiệm", at=AT - 30 * DAY).under("CA thử nghiệm", at=AT - 20 * DAY)
        blank = ready(
            to_pdf(NOTICE, AT),
            signatures={"person": PLACE, "agency": SEAL},
            texts={"number": NUMBER, "date": DATE},
        )
        person = issuing.person(NAME, OFFICE, at=AT - 10 * DAY)
        agency, clock = issuing.agency(OFFICE, at=AT - 10 * DAY), issuing.time_stamper("Giờ", at=AT - 10 * DAY)
        return cls(issuing, person, agency, clock, blank)

    @property
    def trust(self) -> Trust:
        return self.issuing.trust(at=AT)

    @property
    def times(self) -> TimeStamps:
        return time_stamps(self.clock, lambda: AT)

    def signed(self) -> bytes:
        return sign(self.blank, self.person, field="person", at=AT, stamp=PersonStamp(NAME), time=self.times)

    def sealed(self) -> bytes:
        numbered = fill(self.signed(), {"number": "12", "date": "01"}, at=AT)
        return sign(numbered, self.agency, field="agency", at=AT, stamp=AgencySeal(OFFICE), time=self.times)

    def archived(self) -> bytes:
        return archive(self.sealed(), time=self.times, trust=self.trust)
