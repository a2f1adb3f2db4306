"""Which acts an officer may do to a dossier now."""

from motcua.office.people.policy import may
from motcua.web.desk.acts import citizen, digitising, hand_over, putting_right, reusing, settling, special
from motcua.web.desk.acts.act import DeskAct, Situation

NEXT_UP = frozenset(
    {
        "take-over",
        "accept",
        "duty-paid",
        "approve",
        "propose",
        "record-result",
        "return",
        "resubmit",
        "answer-opinion",
        "apologise",
        "receive-leg",
        "certify",
        "digitise",
    }
)
ALL: dict[str, DeskAct] = {
    act.name: act
    for family in (hand_over, settling, citizen, putting_right, special, digitising, reusing)
    for act in family.ACTS
}


def permitted(act: DeskAct, now: Situation) -> bool:
    """Whether the policy lets the officer do it to this dossier."""
    return may(now.officer, act.act, act.place(now), now.dossier.domain, now.on)


def offered(now: Situation) -> list[DeskAct]:
    """Permitted, and fitting the state: first what comes next, last what ends or changes things."""
    found = [act for act in ALL.values() if act.fits(now) and permitted(act, now)]
    return sorted(found, key=lambda act: (act.grave, act.name not in NEXT_UP or _made(act, now)))


def _made(act: DeskAct, now: Situation) -> bool:
    """A proposal that waits for the head or a digital copy may be replaced, but comes next no more."""
    if act.name == "digitise":
        return now.copy is not None
    return act.name == "propose" and now.result is not None and now.result.sent_back_at is None
