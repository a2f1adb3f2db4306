"""The page of the states of a dossier, drawn from the one table of transitions."""

import os
import tempfile
from itertools import chain

import django


def dossier_states() -> str:
    """A picture of every transition, and a row for each state."""
    _django()
    from motcua.office.dossiers import lifecycle  # noqa: PLC0415  models need Django set up
    from motcua.office.dossiers.models import Status  # noqa: PLC0415

    def after(status: Status) -> list[Status]:
        return [one for one in Status if one in lifecycle.NEXT[status]]

    arrows = chain.from_iterable((f"    {one} --> {then}" for then in after(one)) for one in Status)
    ends = [f"    {one} --> [*]" for one in Status if one in lifecycle.ENDED and not after(one)]
    again = [f"    {one} --> {then}: reopen" for one, then in lifecycle.REOPENED.items()]
    rows = [
        f"| `{one}` | {one.label} | {', '.join(f'`{then}`' for then in after(one)) or '–'} | {_clock(one)} |"
        for one in Status
    ]
    return "\n".join(
        [
            "# Trạng thái của hồ sơ · The states of a dossier",
            "",
            "Sinh từ · Generated from `motcua/office/dossiers/lifecycle.py`.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            f"    [*] --> {Status.SUBMITTED}",
            f"    [*] --> {Status.RECEIVED}",
            *arrows,
            *sorted(again),
            *ends,
            "```",
            "",
            "| Mã · Code | Trạng thái · State | Chuyển sang · Becomes | Thời hạn · Clock |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _clock(status: str) -> str:
    from motcua.office.dossiers import lifecycle  # noqa: PLC0415

    if status in lifecycle.ENDED:
        return "kết thúc · ended"
    return "tạm dừng · stands still" if status in lifecycle.WAITING else "đang tính · runs"


def _django() -> None:
    """The models need settings, and those a folder for their data: one for this process, not the office's."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MOTCUA_HOME", folder)
        django.setup()
