"""Terms change while something else is decided from them: it is decided from what they have become."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.line import last_day_for_notice
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.tests.laying import APPROVED, SIX_MONTHS, TODAY, lay, proposed, step
from samsyn.web.obligations.jobs import derive_the_new_day
from samsyn.web.obligations.models import Outlook
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SIGNED_BY_ALL = {"set": {"change": {"andring": {"form": "written_signed_by_all"}}}}
_LOOKS = 300
"""A hundredth of a second apart, for the other to wait for us or to finish without waiting."""


@pytest.fixture
def table(transactional_db: None) -> Cast:
    cast = lay_the_table()
    for organisation in (cast.municipality, cast.association):
        cast.person(organisation, Role.HEAD)
    return cast


def before_it_is_committed(table: Cast, act: Callable[[Viewer], Any], other: Callable[[], Any]) -> None:
    """The association does `act`; `other` begins on another connection before that is committed."""
    with ThreadPoolExecutor(1) as threads:
        with table.as_(table.association, Role.HEAD) as viewer:
            act(viewer)
            begun = threads.submit(_alone, other)
            _until_it_waits(begun)
        begun.result()


def _alone(act: Callable[[], Any]) -> Any:
    try:
        return act()
    finally:
        connection.close()


def _until_it_waits(begun: Future[Any]) -> None:
    for _ in range(_LOOKS):
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
            if cursor.fetchone()[0] or begun.done():
                return
        time.sleep(0.01)


def approve(change: Change, viewer: Viewer) -> Step:
    return step(change, "approval", by=viewer)


def proposed_and_approved(table: Cast, partnership: Partnership, *contents: dict[str, Any]) -> list[Change]:
    """By the municipality; the association's word is missing."""
    values = {"clause": "8", "says": "Vi ändrar."}
    with table.as_(table.municipality, Role.HEAD) as viewer:
        found = [proposed(partnership, "amendment", values, content, by=viewer) for content in contents]
        for change in found:
            approve(change, viewer)
    return found


def test_a_change_waits_for_the_form_that_another_change_has_just_brought(table: Cast) -> None:
    partnership = lay(table, APPROVED)
    stricter, longer = proposed_and_approved(table, partnership, SIGNED_BY_ALL, SIX_MONTHS)

    def approve_the_other() -> None:
        with table.as_(table.association, Role.HEAD) as viewer:
            approve(longer, viewer)

    before_it_is_committed(table, partial(approve, stricter), approve_the_other)
    with table.as_(table.municipality, Role.HEAD):
        for change in (stricter, longer):
            change.refresh_from_db()
        assert stricter.version is not None
        assert longer.is_pending, "approved by all, but the agreement now demands signatures"


def test_the_night_does_not_write_back_what_followed_from_the_terms_before_a_change(
    table: Cast, settings: Settings
) -> None:
    settings.SAMSYN_TODAY = TODAY
    partnership = lay(table, APPROVED)
    (longer,) = proposed_and_approved(table, partnership, SIX_MONTHS)
    before_it_is_committed(table, partial(approve, longer), derive_the_new_day)
    with table.as_(table.municipality, Role.HEAD):
        latest = last_day_for_notice(dossier_of(partnership), TODAY)
        assert Outlook.objects.get(partnership=partnership).notice_by == latest
