"""`manage.py fetch_revocation_lists`: the lists of whom the trust list names, as `tend` fetches them each hour."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from motcua.language import Refusal, Words, say
from motcua.office.documents.revocation import fetch_lists

FETCHED = Words(vi="Đã tải {count} danh sách thu hồi mới.", en="Fetched {count} new revocation lists.")


class Command(BaseCommand):
    help = "Fetch revocation lists into the folder beside the trust list; exit 1 where one was not taken."

    def handle(self, **_options: object) -> None:
        try:
            count, refused = fetch_lists(timezone.now())
        except Refusal as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(say(FETCHED, count=count))
        if refused:
            raise CommandError("\n".join(dict.fromkeys(map(str, refused))))
