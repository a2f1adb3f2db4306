"""Addresses of the desk. None holds a name or a number of a person."""

from django.urls import path

from motcua.web.desk import (
    books,
    certification,
    copies,
    copies_originals,
    copies_read,
    dossier,
    officers,
    procedure_urls,
    reception,
    search,
    start,
    units,
)
from motcua.web.desk.documents import urls as documents
from motcua.web.desk.together import BATCHES, together

app_name = "desk"
urlpatterns = [
    path("", start.start, name="work"),
    *(path(f"{batch.name}/", together(batch), name=f"{batch.name}-many") for batch in BATCHES),
    path("search/", search.search, name="search"),
    path("reception/", reception.reception, name="reception"),
    path("certification/", certification.certification, name="certification"),
    path("books/", books.books, name="books"),
    path("dossiers/<int:pk>/", dossier.dossier, name="dossier"),
    path("dossiers/<int:pk>/received/", reception.received, name="received"),
    path("dossiers/<int:pk>/<slug:name>/", dossier.act, name="act"),
    path("officers/", officers.officers, name="officers"),
    path("officers/new/", officers.officer_new, name="officer-new"),
    path("officers/<int:pk>/", officers.officer, name="officer"),
    path("officers/<int:pk>/<slug:name>/", officers.officer_act, name="officer-act"),
    path("units/", units.units, name="units"),
    path("units/<int:pk>/", units.unit, name="unit"),
    *procedure_urls.patterns,
    *documents.patterns,
    path("slips/<int:pk>.pdf", dossier.slip, name="slip"),
    path("copies/<int:pk>.pdf", copies.copy, name="copy"),
    path("copies/<int:pk>/signed.pdf", copies.signed_copy, name="signed-copy"),
    path("copies/<int:pk>/originals/<int:no>/", copies_originals.original, name="copy-original"),
    path("copies/<int:pk>/readable.pdf", copies_read.readable_copy, name="readable-copy"),
]
