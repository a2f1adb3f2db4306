"""What each visitor gets at each address and from each act: the tables, written by hand."""

from collections.abc import Iterator

# ok, form: shown again with what is missing, in: to sign-in, no: 403, none: 404, to: sent on, wrong: method not allowed
ANSWERS = {"ok": 200, "form": 200, "in": 302, "to": 302, "no": 403, "none": 404, "wrong": 405}
VISITORS = "lan minh hoa van ke kim quan thu nam other_domain ended substitute stranger anonymous".split()  # noqa: SIM905  as the heads of the tables

TABLE = """
    address  lan  minh hoa  van  ke  kim  quan thu  nam  other_domain ended substitute stranger anonymous
    GET  shared:sign-in       ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           ok    ok         ok       ok
    GET  shared:code          ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           ok    ok         ok       in
    GET  shared:code-setup    to   to   to   to   to   to   to   to   to   to           to    to         to       in
    POST shared:unlock        no   no   no   no   no   no   no   no   no   no           no    no         no       no
    GET  shared:sign-out      wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong     wrong    wrong
    POST shared:language      to   to   to   to   to   to   to   to   to   to           to    to         to       to
    GET  shared:password      ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           ok    ok         ok       in
    GET  desk:work            ok   ok   ok   ok   ok   ok   to   ok   ok   ok           no    ok         no       in
    POST desk:take-over-many  to   to   to   to   no   no   no   no   to   to           no    to         no       in
    POST desk:pass-on-many    to   to   to   to   no   no   no   no   to   to           no    to         no       in
    POST desk:to-desk-many    to   to   to   to   no   no   no   no   to   to           no    to         no       in
    POST desk:approve-many    no   no   to   no   no   no   no   no   no   no           no    no         no       in
    POST desk:archive-many    no   to   no   to   no   no   no   no   no   to           no    no         no       in
    GET  desk:search          ok   ok   ok   ok   ok   ok   no   ok   ok   ok           no    ok         no       in
    GET  desk:reception       ok   no   no   no   no   no   no   no   ok   no           no    ok         no       in
    GET  desk:certification   ok   ok   ok   no   no   no   no   no   ok   ok           no    ok         no       in
    GET  desk:books           ok   ok   ok   ok   ok   ok   no   ok   ok   ok           no    ok         no       in
    GET  desk:dossier         ok   ok   ok   ok   ok   ok   no   ok   none none         no    ok         no       in
    GET  desk:received        ok   no   no   no   no   no   no   no   none no           no    ok         no       in
    GET  desk:slip            ok   ok   ok   ok   ok   ok   no   ok   none none         no    ok         no       in
    GET  desk:copy            ok   ok   ok   ok   ok   ok   no   ok   none none         no    ok         no       in
    GET  desk:signed-copy     ok   ok   ok   ok   ok   ok   no   ok   none none         no    ok         no       in
    GET  desk:copy-original   ok   ok   ok   ok   ok   ok   no   ok   none none         no    ok         no       in
    GET  desk:readable-copy   ok   ok   ok   ok   ok   ok   no   ok   none none         no    ok         no       in
    GET  desk:documents       ok   ok   ok   ok   ok   ok   no   ok   ok   ok           no    ok         no       in
    GET  desk:document-new    no   ok   no   ok   no   no   no   no   no   ok           no    no         no       in
    GET  desk:document        ok   ok   ok   ok   ok   ok   no   ok   none ok           no    ok         no       in
    GET  desk:document-redraft no  ok   no   ok   no   no   no   no   no   ok           no    no         no       in
    GET  desk:document-replace no  ok   no   ok   no   no   no   no   no   ok           no    no         no       in
    GET  desk:document-correct no  ok   no   ok   no   no   no   no   no   ok           no    no         no       in
    GET  desk:document-preview ok  ok   ok   ok   ok   ok   no   ok   none ok           no    ok         no       in
    POST desk:document-act    form form form form form form no   form none form         no    form       no       in
    GET  desk:document-file   ok   ok   ok   ok   ok   ok   no   ok   none ok           no    ok         no       in
    GET  desk:arrangements    ok   ok   ok   ok   ok   ok   no   ok   ok   ok           no    ok         no       in
    POST desk:arrange         none none none form none none no   none none none         no    none       no       in
    GET  desk:certificates    no   no   no   no   no   no   ok   no   no   no           no    no         no       in
    POST desk:certify         no   no   no   no   no   no   form no   no   no           no    no         no       in
    GET  desk:signing         ok   ok   ok   ok   ok   ok   no   ok   ok   ok           no    ok         no       in
    POST desk:sign-code       to   to   to   to   to   to   no   to   to   to           no    to         no       in
    POST desk:sign-remotely   to   to   to   to   to   to   no   to   to   to           no    to         no       in
    POST desk:sign-token      to   to   to   to   to   to   no   to   to   to           no    to         no       in
    POST desk:sign-ask        to   to   to   to   to   to   no   to   to   to           no    to         no       in
    POST desk:sign-answer     to   to   to   to   to   to   no   to   to   to           no    to         no       in
    GET  portal:ask           ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           ok    ok         ok       ok
    GET  portal:document      none none none none none none none none none none         none  none       none     none
    GET  desk:officers        no   no   no   no   no   no   ok   no   no   no           no    no         no       in
    GET  desk:officer-new     no   no   no   no   no   no   ok   no   no   no           no    no         no       in
    GET  desk:officer         no   no   no   no   no   no   ok   no   no   no           no    no         no       in
    POST desk:officer-act     no   no   no   no   no   no   form no   no   no           no    no         no       in
    GET  desk:units           no   no   no   no   no   no   ok   no   no   no           no    no         no       in
    GET  desk:unit            no   no   no   no   no   no   ok   no   no   no           no    no         no       in
    GET  desk:procedures      ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           no    ok         no       in
    GET  desk:procedures-import no   no   no   no   no   no   no   no   no   no           no    no         no       in
    GET  desk:procedures-template no   no   no   no   no   no   no   no   no   no           no    no         no       in
    GET  desk:procedure       ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           no    ok         no       in
    POST desk:procedure-take-in no   no   no   no   no   form no   no   no   no           no    no         no       in
    POST desk:procedure-stop  no   no   no   no   no   form no   no   no   no           no    no         no       in
    POST desk:version-release no   no   no   no   no   no   no   no   no   no           no    no         no       in
    GET  desk:processes       ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           no    ok         no       in
    POST desk:process-draft   no   no   to   no   no   to   no   no   no   no           no    no         no       in
    GET  desk:process         ok   ok   ok   ok   ok   ok   ok   ok   none ok           no    ok         no       in
    GET  desk:process-edit    no   no   ok   no   no   none no   no   no   no           no    no         no       in
    POST desk:process-release no   no   to   no   no   none no   no   no   no           no    no         no       in
    GET  desk:postings        ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           no    ok         no       in
    POST desk:postings-post   no   no   no   no   no   form no   no   no   no           no    no         no       in
    POST desk:postings-remove no   no   no   no   no   form no   no   no   no           no    no         no       in
    GET  desk:reviews         ok   ok   ok   ok   ok   ok   ok   ok   ok   ok           no    ok         no       in
    POST desk:review-assign   no   no   form no   no   form no   no   no   no           no    no         no       in
    GET  desk:review          no   ok   no   no   no   none no   no   no   none         no    no         no       in
"""
# What a dossier of ward 12, just received, lets each do; the fields are left empty, so that a form asks for them again.
ACTS = """
    act  lan  minh hoa  van  ke  kim  quan thu  nam  other_domain ended substitute stranger anonymous
    take-over        ok   ok   ok   ok   no   no   no   no   none none         no    ok         no       in
    pass-on          form form form form no   no   no   no   none none         no    form       no       in
    assign           no   no   form no   no   no   no   no   none none         no    no         no       in
    ask-opinion      no   form form no   no   no   no   no   none none         no    no         no       in
    answer-opinion   no   form form no   no   no   no   no   none none         no    no         no       in
    propose          no   form no   no   no   no   no   no   none none         no    no         no       in
    approve          no   no   ok   no   no   no   no   no   none none         no    no         no       in
    send-back        no   no   form no   no   no   no   no   none none         no    no         no       in
    record-result    no   form no   form no   no   no   no   none none         no    no         no       in
    return           form no   no   no   no   no   no   no   none none         no    form       no       in
    refuse           form no   form no   no   no   no   no   none none         no    form       no       in
    terminate        no   no   form no   no   no   no   no   none none         no    no         no       in
    accept           ok   no   no   no   no   no   no   no   none none         no    ok         no       in
    supplement       form form no   no   no   no   no   no   none none         no    form       no       in
    resubmit         form no   no   no   no   no   no   no   none none         no    form       no       in
    ask-duty         no   form no   no   no   no   no   no   none none         no    no         no       in
    duty-paid        form no   no   no   form no   no   no   none none         no    form       no       in
    charge           form no   no   no   form no   no   no   none none         no    form       no       in
    pay              form no   no   no   form no   no   no   none none         no    form       no       in
    withdraw         form no   no   no   no   no   no   no   none none         no    form       no       in
    draft-apology    no   form form no   no   no   no   no   none none         no    no         no       in
    apologise        no   no   ok   no   no   no   no   no   none none         no    no         no       in
    confirm-cause    no   no   form no   no   no   no   no   none none         no    no         no       in
    link             form form form no   no   no   no   no   none none         no    form       no       in
    receive-leg      form no   no   no   no   no   no   no   none none         no    form       no       in
    correct          form form form no   no   no   no   no   none none         no    form       no       in
    correct-pages    form form form no   no   no   no   no   none none         no    form       no       in
    reopen           no   no   form no   no   no   no   no   none none         no    no         no       in
    certify          form form form no   no   no   no   no   none none         no    form       no       in
    check-residence  form form no   no   no   no   no   no   none none         no    form       no       in
    archive          no   form no   form no   no   no   no   none none         no    no         no       in
    mediate          no   form form no   no   no   no   no   none none         no    no         no       in
    end-mediation    no   form form no   no   no   no   no   none none         no    no         no       in
    digitise         form form no   form no   no   no   no   none none         no    form       no       in
    scan-paper       form form no   form no   no   no   no   none none         no    form       no       in
    certify-copy     form form no   form no   no   no   no   none none         no    form       no       in
    read-again       form form no   form no   no   no   no   none none         no    form       no       in
    reuse-copy       form no   no   no   no   no   no   no   none none         no    form       no       in
"""


def rows(table: str) -> Iterator[tuple[list[str], dict[str, str]]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    assert head[1:] == VISITORS
    for line in lines:
        assert len(line) >= len(VISITORS)
        yield line[: -len(VISITORS)], dict(zip(VISITORS, line[-len(VISITORS) :], strict=True))
