"""Whose procedures a page is about, and the pages of procedures."""

from motcua.language import Words
from motcua.web.desk.place import Place, place_of
from motcua.web.shared.officer import OfficerRequest

READ, EDIT, POST, PROCESS = "procedure.read", "procedure.edit", "procedure.post", "process.release"
OFFER, ASSIGN, RECORD = "procedure.offer", "review.assign", "review.record"
TABS = (
    ("desk:procedures", Words(vi="Danh mục", en="Catalogue")),
    ("desk:processes", Words(vi="Quy trình nội bộ", en="Internal processes")),
    ("desk:postings", Words(vi="Niêm yết", en="Postings")),
    ("desk:reviews", Words(vi="Rà soát", en="Reviews")),
)


def place(request: OfficerRequest, act: str = READ) -> Place:
    """The unit named in the address, else the officer's own. 404 where they may not do the act in it."""
    return place_of(request, act, TABS)
