"""All that a statement is made of, fetched for the party that writes it."""

from __future__ import annotations

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import parties_of
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.statements.figures import figures_of
from samsyn.web.statements.models import Addition, Draft, Statement
from samsyn.web.statements.presenters.content import Material, line_names
from samsyn.web.statements.queries import days_of, duty_behind, receivers_of


def material_of(viewer: Viewer, statement: Statement, dossier: Dossier) -> Material:
    terms, duty = duty_behind(dossier, statement)
    places = {
        key: place
        for key, place in parties_of(statement.partnership).items()
        if place.kind == PartnershipParty.Kind.PARTY
    }
    draft = draft_of(viewer, statement)
    parties = [place.organisation_id for place in places.values()]
    return Material(
        statement=statement,
        draft=draft,
        paper=draft.paper,
        additions=tuple(Addition.objects.visible_to(viewer).filter(statement=statement)),
        figures=figures_of(viewer, statement.partnership, days_of(statement), list(line_names(terms))),
        terms=terms,
        duty=duty,
        places=places,
        receivers=receivers_of(statement.obligation, statement.organisation_id, parties),
        days=days_of(statement),
    )


def draft_of(viewer: Viewer, statement: Statement) -> Draft:
    """What is written so far; an empty one, not yet kept, where nobody has begun."""
    found = Draft.objects.visible_to(viewer).filter(statement=statement).select_related("paper").first()
    return found or Draft(
        statement=statement, partnership_id=statement.partnership_id, organisation_id=statement.organisation_id
    )
