"""What the agreement demands of those who work, and who can be tied to the roster: what pages and acts start from."""

from __future__ import annotations

from datetime import date

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.people import RegisterCheck, StaffRequirement, Undertaking
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.models import Membership, Person

DemandTerm = RegisterCheck | Undertaking | StaffRequirement


def demand_term(dossier: Dossier, requirement: str, today: date) -> DemandTerm | None:
    """The term with this id that demands something of those who work, as the agreement reads today."""
    terms = terms_on(dossier, today, today)
    found: DemandTerm | None = (
        terms.register_check.get(requirement) or terms.undertaking.get(requirement) or terms.staff.get(requirement)
    )
    return found if found is not None and found.applies else None


def accounts_of(viewer: Viewer, today: date) -> list[Person]:
    """Those who hold a role in the acting organisation today, by name: a worker's account is one of them."""
    held = Membership.objects.visible_to(viewer).filter(organisation_id=viewer.organisation_id).on(today)
    return list(Person.objects.filter(pk__in=held.values("person_id")).order_by("display_name"))
