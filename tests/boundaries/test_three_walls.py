"""The pure decision, the scoped queryset and PostgreSQL's policies let the same people see the same things."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from samsyn.rules.secrecy import Circle, GrantFact, ItemFacts, ViewerFacts, may_see
from samsyn.web.access.fixtures import TODAY, Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.models import Grant
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history.actions import record
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Permission, Role
from samsyn.web.partnerships.models import Appointment, Partnership, PartnershipParty

pytestmark = pytest.mark.django_db(databases=["default", "retention"], transaction=True)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EVERYTHING = "retention"
"""The role samsyn_retention sees every row: what a queryset finds there, it finds without help from the policies."""

WIDER_WALLS = {
    "history.Act": "PostgreSQL does not know roles; who may read the history is decided by the queryset.",
}


@pytest.fixture
def table(transactional_db: None) -> Cast:
    """The other board also takes part in the partnership without being a party; something of everything is there."""
    cast = lay_the_table()
    with acting_as_job(Job.SEED):
        PartnershipParty.objects.create(
            partnership=cast.partnership, organisation=cast.other_board, key="other-board", kind="participant"
        )
        Appointment.objects.create(
            person=cast.person(cast.association, Role.STEERING),
            partnership=cast.partnership,
            organisation=cast.association,
            body="styrgrupp",
            function="ordförande",
            since=TODAY,
        )
        Grant.objects.create(
            partnership=cast.partnership,
            owner=cast.association,
            recipient=cast.municipality,
            scope="talks",
            basis="clause",
            basis_reference="§ 4",
            since=TODAY,
        )
    for organisation in (cast.municipality, cast.association):
        with cast.as_(organisation, Role.HEAD) as viewer:
            record("people.give_role", by=viewer, now=NOW, partnership=cast.partnership)
            record("people.give_role", by=viewer, now=NOW, partnership=cast.partnership, shared=True)
    return cast


def viewers(cast: Cast) -> Iterator[Viewer]:
    for organisation in (cast.municipality, cast.association, cast.other_association, cast.other_board):
        for role in Role:
            with cast.as_(organisation, role) as viewer:
                yield viewer


def scoped_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if hasattr(model._default_manager, "visible_to")]


def test_the_queryset_and_the_policy_let_through_the_same_rows(table: Cast) -> None:
    compared = set()
    for viewer in viewers(table):
        for model in scoped_models():
            manager: Any = model._default_manager
            by_queryset = set(manager.using(EVERYTHING).visible_to(viewer).values_list("pk", flat=True))
            by_policy = set(manager.all().values_list("pk", flat=True))
            who = f"{viewer.organisation_slug} {set(viewer.roles)} {model._meta.label}"
            assert by_queryset <= by_policy, f"{who}: the policy hides what the queryset promises"
            if model._meta.label not in WIDER_WALLS:
                assert by_policy <= by_queryset, f"{who}: the policy shows more than the queryset"
            compared |= {model._meta.label} if by_queryset else set()
    assert {"organisations.Organisation", "partnerships.Partnership", "access.Grant", "history.Act"} <= compared


def facts_of(viewer: Viewer) -> ViewerFacts:
    return ViewerFacts(
        organisation=str(viewer.organisation_id),
        partnerships=frozenset(map(str, viewer.partnerships)),
        participations=frozenset(map(str, viewer.participations)),
        grants=frozenset(GrantFact(str(each.partnership_id), str(each.owner_id), each.scope) for each in viewer.grants),
        reads=viewer.may(Permission.READ_PARTNERSHIP) or viewer.may(Permission.READ_PROCESSING),
        reads_individuals=viewer.may(Permission.READ_INDIVIDUALS),
    )


def test_the_decision_says_what_the_queryset_does(table: Cast) -> None:
    acts = list(Act.objects.using(EVERYTHING).all())
    partnerships = list(Partnership.objects.using(EVERYTHING).all())
    for viewer in viewers(table):
        facts = facts_of(viewer)
        seen = set(Act.objects.visible_to(viewer))
        for act in acts:
            circle = Circle.PARTIES if act.shared else Circle.OWNER
            item = ItemFacts(str(act.organisation_id), str(act.partnership_id), circle)
            assert bool(may_see(facts, item)) is (act in seen), (viewer.roles, act)
        known = set(Partnership.objects.visible_to(viewer))
        for each in partnerships:
            item = ItemFacts("", str(each.pk), Circle.PARTICIPANTS)
            assert bool(may_see(facts, item)) is (each in known), (viewer.roles, each)


def test_a_grant_opens_exactly_its_scope_for_exactly_its_recipient(table: Cast) -> None:
    for viewer in viewers(table):
        item = ItemFacts(str(table.association.pk), str(table.partnership.pk), scope="talks")
        opened = viewer.sees_by_grant("talks", owner_id=table.association.pk, partnership_id=table.partnership.pk)
        reads = viewer.may(Permission.READ_PARTNERSHIP)
        assert opened is (viewer.organisation_id == table.municipality.pk and reads)
        own = viewer.organisation_id == table.association.pk
        if not own:
            assert bool(may_see(facts_of(viewer), item)) is opened
