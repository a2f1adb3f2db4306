"""Whose documents a page is about, and the pages of documents."""

from motcua.language import Words
from motcua.web.desk.documents.reading import READ
from motcua.web.desk.place import Place, place_of
from motcua.web.shared.officer import OfficerRequest

TABS = (
    ("desk:documents", Words(vi="Văn bản đi", en="Outgoing documents")),
    ("desk:arrangements", Words(vi="Giao ký, biểu mẫu", en="Delegations, templates")),
    ("desk:signing", Words(vi="Chờ ký, đóng dấu", en="To sign and seal")),
)


def place(request: OfficerRequest, act: str = READ) -> Place:
    """The unit named in the address, else the officer's own. 404 where they may not do the act in it."""
    return place_of(request, act, TABS)
