"""`samsyn manage purge --dry-run`: what is too old, and without --dry-run: erase it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from samsyn.web.privacy import actions
from samsyn.web.project import clock


class Command(BaseCommand):
    help = "Erase what is older than its retention allows, and the history that speaks of it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only count.")

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock.now()
        erased = actions.plan(now) if options["dry_run"] else actions.purge(now)
        word = "would be erased" if options["dry_run"] else "erased"
        for table, count in sorted(erased.total().items()):
            self.stdout.write(f"{table}: {count} {word}")
        if not erased.counts:
            self.stdout.write("Nothing is too old.")
