"""The exception of a cell that cannot be read: why, and what would be accepted."""

from motcua.language import Words, say


class Unreadable(ValueError):
    """`reason` and `accepted` are sentences in the language in use."""

    def __init__(self, reason: Words, accepted: Words, **values: object) -> None:
        self.reason = say(reason, **values)
        self.accepted = say(accepted, **values)
        super().__init__(self.reason)
