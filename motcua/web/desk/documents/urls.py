"""Addresses of outgoing documents."""

from django.urls import path

from motcua.web.desk.documents import arrangements, certificates, document, drafting, files, queue, register, token

patterns = [
    path("documents/", register.documents, name="documents"),
    path("documents/new/", drafting.new, name="document-new"),
    path("documents/arrangements/", arrangements.arrangements, name="arrangements"),
    path("documents/arrangements/<slug:name>/", arrangements.arrange, name="arrange"),
    path("documents/certificates/", certificates.certificates, name="certificates"),
    path("documents/certificates/<slug:name>/", certificates.certify, name="certify"),
    path("documents/<int:pk>/", document.document, name="document"),
    path("documents/<int:pk>/redraft/", drafting.redraft, name="document-redraft"),
    path("documents/<int:pk>/replace/", drafting.replace, name="document-replace"),
    path("documents/<int:pk>/correct/", drafting.correct, name="document-correct"),
    path("documents/<int:pk>/preview.png", files.preview, name="document-preview"),
    path("documents/<int:pk>/<slug:name>/", document.act, name="document-act"),
    path("documents/files/<int:pk>/", files.file, name="document-file"),
    path("signing/", queue.signing, name="signing"),
    path("signing/code/", queue.send_code, name="sign-code"),
    path("signing/remote/", queue.sign_remotely, name="sign-remotely"),
    path("signing/token/", token.choose, name="sign-token"),
    path("signing/token/ask/", token.ask, name="sign-ask"),
    path("signing/token/answer/", token.answer, name="sign-answer"),
]
