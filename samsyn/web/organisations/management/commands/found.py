"""`samsyn manage found …`: a new organisation and its first administrator, who then invites everybody else."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations import actions
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.project import clock


class Command(BaseCommand):
    help = "Add an organisation and its first administrator. The administrator asks for a password at /accounts/."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="as it stands in addresses: socialnamnden-exempelstad")
        parser.add_argument("name", help="the board or association: Socialnämnden")
        parser.add_argument("--kind", choices=Organisation.Kind.values, required=True)
        parser.add_argument("--legal-name", default="", help="the municipality of a board")
        parser.add_argument("--administration", default="", help="the board's office (förvaltning)")
        parser.add_argument("--org-nr", default="")
        parser.add_argument("--email", required=True, help="of the first administrator")
        parser.add_argument("--person", required=True, help="name of the first administrator")

    def handle(self, *args: Any, **given: Any) -> None:
        columns = ("slug", "name", "kind", "legal_name", "administration", "org_nr")
        organisation = Organisation(**{name: given[name] for name in columns})
        administrator = Person(email=given["email"], display_name=given["person"])
        try:
            with acting_as_job(Job.INSTALLATION):
                actions.found(organisation, administrator, clock.today(), now=clock.now())
        except ValidationError as trouble:
            raise CommandError("; ".join(trouble.messages)) from trouble
        self.stdout.write(
            f"{organisation} is at /as/{organisation.slug}/. {administrator.email} asks for a password at"
        )
        self.stdout.write("/accounts/password/reset/ and adds a code app or a passkey.")
