"""`samsyn manage forget_factors EMAIL`: for someone who has lost phone, keys and reserve codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Person
from samsyn.web.project import clock
from samsyn.web.signin import actions


class Command(BaseCommand):
    help = "Remove a person's code app, keys and reserve codes, and sign everybody out. Be sure who is asking."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the person's address")

    def handle(self, *args: Any, **given: Any) -> None:
        with acting_as_job(Job.INSTALLATION):
            person = Person.objects.filter(email=given["email"].lower(), is_demo=False).first()
            if person is None:
                raise CommandError(f"There is nobody with the address {given['email']}.")
            count = actions.forget_factors(person, today=clock.today(), now=clock.now())
        self.stdout.write(f"{count} removed. At the next sign-in the password leads to adding a new one.")
