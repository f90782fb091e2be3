"""What one organisation lets another see."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction

from samsyn.web.access import actions
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.models import Grant
from samsyn.web.access.policies import granted
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
APRIL = date(2026, 4, 1)


def share(cast: Cast, scope: str = "talks", until: date | None = APRIL) -> Grant:
    with cast.as_(cast.association, Role.HEAD) as viewer:
        return actions.give_grant(
            cast.partnership,
            cast.municipality,
            scope,
            TODAY,
            until,
            basis="clause",
            basis_reference="4 st. 2",
            by=viewer,
            now=NOW,
        )


def policy_opens(cast: Cast, scope: str) -> bool:
    """What the policy of a table with this scope would say of a row of the association's, for whoever is set now."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT coalesce(bool_or({granted(scope)}), false) FROM (VALUES (%s::uuid, %s::uuid))"
            " AS row_of_theirs (partnership_id, organisation_id)",
            [cast.partnership.pk, cast.association.pk],
        )
        (found,) = cursor.fetchone()
    return bool(found)


@pytest.mark.parametrize(
    ("day", "scope", "opened"),
    [
        (date(2026, 3, 1), "talks", False),
        (TODAY, "talks", True),
        (date(2026, 3, 31), "talks", True),
        (APRIL, "talks", False),
        (TODAY, "stays", False),
    ],
)
def test_a_grant_opens_one_scope_from_its_first_day_until_its_end(
    cast: Cast, day: date, scope: str, opened: bool
) -> None:
    share(cast)
    with cast.as_(cast.municipality, Role.CONTROLLER, today=day) as viewer:
        seen = viewer.sees_by_grant(scope, owner_id=cast.association.pk, partnership_id=cast.partnership.pk)
        assert (seen, policy_opens(cast, scope)) == (opened, opened)


def test_a_grant_opens_nothing_for_anyone_else(cast: Cast) -> None:
    share(cast)
    for organisation in (cast.other_association, cast.other_board):
        with cast.as_(organisation, Role.HEAD):
            assert not policy_opens(cast, "talks")
            assert not Grant.objects.exists()


def test_a_grant_taken_back_is_closed_and_remembered(cast: Cast) -> None:
    grant = share(cast)
    with cast.as_(cast.association, Role.HEAD) as viewer:
        actions.end_grant(grant, date(2026, 3, 10), by=viewer, now=NOW)
    with cast.as_(cast.municipality, Role.AUDITOR, today=date(2026, 3, 10)) as viewer:
        assert not viewer.grants
        assert Grant.objects.get().until == date(2026, 3, 10)
        acts = Act.objects.visible_to(viewer).order_by("id").values_list("name", "clause")
        assert list(acts) == [("grant.give", "4 st. 2"), ("grant.end", "4 st. 2")]


def test_only_one_who_decides_for_the_owner_gives_and_takes_back(cast: Cast) -> None:
    grant = share(cast)
    for organisation, role in ((cast.association, Role.STAFF), (cast.municipality, Role.HEAD)):
        with cast.as_(organisation, role) as viewer, pytest.raises(PermissionDenied):
            actions.end_grant(grant, APRIL, by=viewer, now=NOW)


def test_the_recipient_cannot_lengthen_a_grant_in_sql_either(cast: Cast) -> None:
    share(cast)
    with cast.as_(cast.municipality, Role.HEAD):
        assert Grant.objects.update(until=None) == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            Grant.objects.create(
                partnership=cast.partnership,
                owner=cast.association,
                recipient=cast.municipality,
                scope="stays",
                basis="law",
                basis_reference="x",
                since=TODAY,
            )


@pytest.mark.parametrize("reference", ["", " "])
def test_a_grant_says_what_it_rests_on(cast: Cast, reference: str) -> None:
    with cast.as_(cast.association, Role.HEAD) as viewer, pytest.raises(ValidationError):
        actions.give_grant(
            cast.partnership,
            cast.municipality,
            "talks",
            TODAY,
            basis="clause",
            basis_reference=reference.strip(),
            by=viewer,
            now=NOW,
        )


def test_the_same_scope_is_not_shared_twice_at_a_time(cast: Cast) -> None:
    share(cast)
    with pytest.raises(ValidationError):
        share(cast, until=None)
