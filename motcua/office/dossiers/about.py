"""What a document may say of its dossier: by the names that templates and forms use."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone

from motcua.office.dossiers.models import Dossier, Result
from motcua.office.dossiers.reading import readable
from motcua.office.people.models import Officer


def told(code: str, officer: Officer, on: date) -> Mapping[str, str] | None:
    """What is known of the dossier of this code; None where there is none that the officer may read that day."""
    rows = readable(officer, on).filter(code=code)
    beside = ("version__procedure", "applicant", "submitter", "competent_unit")
    found = Dossier.objects.select_related(*beside).filter(pk__in=rows.values("pk")).order_by("-pk").first()
    if found is None:
        return None
    return {name: value for name, value in _values(found).items() if value}


def _values(dossier: Dossier) -> dict[str, str]:
    version, applicant = dossier.version, dossier.applicant
    result = Result.objects.filter(dossier=dossier).first()
    return {
        "ma_ho_so": dossier.code,
        "thu_tuc": version.name,
        "ma_thu_tuc": version.procedure.code,
        "linh_vuc": dossier.domain,
        "noi_dung_de_nghi": dossier.subject or version.name,
        "chu_ho_so": applicant.name,
        "so_giay_to": applicant.number,
        "dia_chi": applicant.address,
        "nguoi_nop": (dossier.submitter or applicant).name,
        "ngay_tiep_nhan": _day(dossier.received_at),
        "ngay_hen_tra": _day(dossier.due_at),
        "ngay_giai_quyet": _day(dossier.finished_at),
        "so_ket_qua": "" if result is None else result.number,
        "co_quan_giai_quyet": dossier.competent_unit.name,
    }


def _day(at: datetime | None) -> str:
    return "" if at is None else f"{timezone.localdate(at):%d/%m/%Y}"
