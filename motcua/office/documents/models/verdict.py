"""What validation found on a file, and why, in the language of who reads."""

from django.db import models

from motcua.language import Words, say
from motcua.office.documents.models.asked import Capacity
from motcua.office.records.models import File
from motcua.signing.reasons import UNREAD, Reason

FIELDS = {
    Capacity.PERSON.value: Words(vi="Chữ ký của người có thẩm quyền", en="Signature of the competent person"),
    Capacity.AGENCY.value: Words(vi="Chữ ký của cơ quan", en="Signature of the agency"),
}


class Found(models.TextChoices):
    VALID = "valid", "Hợp lệ"
    INVALID = "invalid", "Không hợp lệ"
    NONE = "none", "Không có"
    UNKNOWN = "unknown", "Chưa kết luận được"


class Verdict(models.Model):
    """What validation found on a file, kept to be read again: computed, never claimed."""

    file = models.OneToOneField(File, models.PROTECT, related_name="verdict")
    person = models.CharField(max_length=8, choices=Found)
    agency = models.CharField(max_length=8, choices=Found)
    reasons = models.JSONField(default=list)  # each a code with field and name, in old rows a sentence
    bound = models.TextField(blank=True, default="")  # on how much of the trust list it depends; empty: on all of it
    trust = models.CharField(max_length=64)  # which version of that it was held against
    checked_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)  # then something else may be found though the list stays

    class Meta:
        indexes = [models.Index(fields=["bound", "trust"], name="documents_verdict_bound")]

    def __str__(self) -> str:
        return f"{self.file}: {self.person}, {self.agency}"

    @property
    def unread(self) -> bool:
        """Whether the file could not be looked at; otherwise what is not known may be known when a list comes."""
        codes = {one.get("code") for one in self.reasons if isinstance(one, dict)}
        return not codes.isdisjoint(one.name for one in UNREAD)

    @property
    def why(self) -> list[str]:
        """Why what is not valid is not, in the language in use."""
        return [_told(one) for one in self.reasons]


def _told(reason: object) -> str:
    """One reason in words; what was kept as a sentence, or under a code that is gone, is shown as it is."""
    if not isinstance(reason, dict):
        return str(reason)
    code, field, name = (str(reason.get(key, "")) for key in ("code", "field", "name"))
    words = say(Reason[code].words) if code in Reason.__members__ else code
    where = say(FIELDS[field]) if field in FIELDS else field
    whose = f"{where} ({name})" if name and where else where or name
    return f"{whose}: {words}" if whose else words
