"""Addresses of procedures: catalogue, processes, postings, reviews."""

from django.urls import path

from motcua.web.desk import postings, procedure, procedures, processes, reviews

patterns = [
    path("procedures/", procedures.procedures, name="procedures"),
    path("procedures/import/", procedures.imported, name="procedures-import"),
    path("procedures/import/template.xlsx", procedures.template, name="procedures-template"),
    path("procedures/<int:pk>/", procedure.procedure, name="procedure"),
    path("procedures/<int:pk>/take-in/", procedure.take_in_here, name="procedure-take-in"),
    path("procedures/<int:pk>/stop/", procedure.stop_here, name="procedure-stop"),
    path("procedures/versions/<int:pk>/release/", procedure.version_release, name="version-release"),
    path("processes/", processes.processes, name="processes"),
    path("processes/draft/<int:version>/", processes.process_draft, name="process-draft"),
    path("processes/<int:pk>/", processes.process, name="process"),
    path("processes/<int:pk>/edit/", processes.process_edit, name="process-edit"),
    path("processes/<int:pk>/release/", processes.process_release, name="process-release"),
    path("postings/", postings.postings, name="postings"),
    path("postings/post/", postings.post_ticked, name="postings-post"),
    path("postings/remove/", postings.remove_ticked, name="postings-remove"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/assign/", reviews.assign, name="review-assign"),
    path("reviews/<int:pk>/", reviews.record, name="review"),
]
