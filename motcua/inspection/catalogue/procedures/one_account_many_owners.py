"""Who files online does so from an account of their own, or with the owner's authority."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier
from motcua.inspection.expressions import cases, within
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

AUTHORISED = ("representative", "organisation")
STAFF = ("post_office", "officer")


@rule(
    "TTHC-031",
    Words(vi="Một tài khoản nộp hồ sơ trực tuyến cho nhiều chủ hồ sơ", en="One account files online for many owners"),
    meaning=Words(
        vi=(
            "Xét các tài khoản, và các số điện thoại dùng chung cho nhiều tài khoản, nộp hồ sơ trực tuyến "
            "trong kỳ; vi phạm khi nộp cho nhiều chủ hồ sơ khác nhau mà không có ủy quyền, hoặc là tài khoản "
            "của nhân viên bưu điện, công chức nộp thay người khác."
        ),
        en=(
            "Examines accounts, and phones shared by several accounts, that filed online in the period; "
            "breached where one files for many owners without authority, or is the post's or an officer's and "
            "files for others."
        ),
    ),
    basis="own_account",
    population="dossier",
    says=Says(
        limited=(
            "{breached} tài khoản hoặc số điện thoại được dùng để nộp hồ sơ trực tuyến cho người khác không "
            "đúng quy định ({abouts})"
        ),
    ),
    remedy="own_account",
)
def one_account_many_owners(period: Period) -> ir.Table:
    online = dossier.filter(dossier.channel == "online", within(dossier.received_on, period))
    accounts = _users(online, online.submitter_account).mutate(phone=ibis.literal(False))
    phones = _users(online, online.submitter_phone)
    shared = phones.filter(~phones.one_account.fill_null(False)).mutate(phone=ibis.literal(True))
    users = accounts.union(shared)
    many = limit("owners_per_account", users.first_on, period)
    return cases(
        users,
        subject=users.user,
        about=_label(users),
        event_on=users.first_on,
        breached=ibis.cases(
            (users.staff | (users.owners >= many), True),
            (users.untold >= many, ibis.null("boolean")),  # they may have given authority
            else_=users.staff | ibis.literal(False),
        ),
        dossiers=users.dossiers,
        owners=users.owners,
        first_on=users.first_on,
    )


def _users(online: ir.Table, user: ir.StringValue) -> ir.Table:
    """Each account or phone: dossiers, owners without authority (or untold), staff; its first row stands for it."""
    owners = _owners(online, user)
    named = owners.applicant.notnull()
    return owners.group_by("unit_id", "user").agg(
        dossiers=owners.dossiers.sum(),
        one_account=owners.first_account.min() == owners.last_account.max(),
        owners=(owners.for_himself.fill_null(False) & named).cast("int64").sum(),
        untold=((owners.for_himself | owners.untold) & named).fill_null(False).cast("int64").sum(),
        staff=owners.staff.max(),
        officer=owners.officer.max(),
        post=owners.post.max(),
        first_on=owners.first_on.min(),
        source_file=owners.source_file.argmin(owners.first_dossier),
        sheet=owners.sheet.argmin(owners.first_dossier),
        row=owners.row.argmin(owners.first_dossier),
    )


def _owners(online: ir.Table, user: ir.StringValue) -> ir.Table:
    """The owners each account or phone filed for. Counted in two steps: engines count distinct owners dearly."""
    filed = online.mutate(user=user).filter(user.notnull())
    kind = filed.submitter_kind
    # whether accounts differ is all that is asked, and numbers are compared sooner than texts; two that share a number
    # by chance, one in billions, could only hide a telephone, never accuse one
    account = ibis.ifelse(filed.submitter_account.notnull(), filed.submitter_account.hash(), ibis.null("int64"))
    return filed.group_by("unit_id", "user", "applicant").agg(
        dossiers=filed.dossier_id.count(),
        first_account=account.min(),
        last_account=account.max(),
        for_himself=(~kind.isin(AUTHORISED)).max(),
        untold=kind.isnull().max(),
        staff=(kind.isin(STAFF).fill_null(False) & (filed.applicant != filed.user)).max(),
        officer=(kind == "officer").fill_null(False).max(),
        post=(kind == "post_office").fill_null(False).max(),
        first_on=filed.received_on.min(),
        first_dossier=filed.dossier_id.min(),
        source_file=filed.source_file.argmin(filed.dossier_id),
        sheet=filed.sheet.argmin(filed.dossier_id),
        row=filed.row.argmin(filed.dossier_id),
    )


def _label(users: ir.Table) -> ir.StringValue:
    return ibis.cases(
        (users.post, "tài khoản nhân viên bưu điện"),
        (users.officer, "tài khoản công chức"),
        (users.phone, "một số điện thoại, nhiều chủ hồ sơ"),
        else_="một tài khoản, nhiều chủ hồ sơ",
    )
