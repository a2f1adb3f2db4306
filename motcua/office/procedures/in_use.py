"""Versions under which dossiers were received: released, hence never changed, hence kept once read."""

from functools import lru_cache

from motcua.office.procedures.models import Version


@lru_cache(maxsize=4096)
def version_in_use(pk: int) -> Version:
    """The released version of this key with its procedure. Not to be changed or saved."""
    return Version.objects.select_related("procedure").get(pk=pk, released_at__isnull=False)
