"""What a version is called: those of the catalogue's own file by their era, others as the province named them."""

from motcua.language import Language, Words, speak
from motcua.office.procedures.models import Version

ERAS = {
    "three-level": Words(vi="thời ba cấp", en="of three levels"),
    "two-level": Words(vi="thời hai cấp", en="of two levels"),
}


def edition(version: Version, language: Language | None = None) -> str:
    """In the language, else in the one in use."""
    era = ERAS.get(version.version)
    return version.version if era is None else era.in_(language or speak())
