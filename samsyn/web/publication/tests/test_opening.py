"""The page is there while every party has opened it, and nothing of it otherwise."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client
from psycopg.types.range import DateRange

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import Scope, acting_as_job, within
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from samsyn.web.publication import actions, limits
from samsyn.web.publication.door import outside
from samsyn.web.publication.models import Edition
from samsyn.web.publication.tests.conftest import NOW, TODAY, Table


def test_everyone_reads_the_page_when_the_last_party_has_opened_it(table: Table) -> None:
    municipality, association = table.parties
    table.open(association)
    assert table.outside() == 404
    table.open(municipality)
    page = Client().get(table.address)
    text = page.content.decode()
    assert page.status_code == 200
    for said in ("Ingen ska vara ensam om kvällen", "idéburet offentligt partnerskap (IOP)", "Exempelstads kommun"):
        assert said in text, said
    assert not page.cookies
    assert page.headers["Cache-Control"] == "public, no-cache"


def test_closed_by_one_it_is_gone_at_once_also_for_who_has_kept_it(table: Table) -> None:
    association = table.parties[1]
    table.open()
    tag = Client().get(table.address).headers["ETag"]
    assert Client().get(table.address, headers={"If-None-Match": tag}).status_code == 304
    table.close(association)
    assert Client().get(table.address, headers={"If-None-Match": tag}).status_code == 404
    table.open(association)
    assert table.outside() == 200
    names = _acts(table)
    assert names.count("publication.open") == 3
    assert names.count("publication.close") == 1


def _acts(table: Table) -> list[str]:
    with table.cast.as_(table.cast.municipality, Role.HEAD) as viewer:
        return list(Act.objects.filter(partnership_id__in=viewer.partnerships).values_list("name", flat=True))


def test_it_is_shown_on_the_days_that_all_have_in_common(table: Table) -> None:
    municipality, association = table.parties
    table.open(municipality, first=TODAY + timedelta(days=2))
    table.open(association, last=TODAY + timedelta(days=5))
    shown = []
    for n in range(8):
        with outside(TODAY + timedelta(days=n)):
            shown.append(Edition.objects.count())
    assert shown == [0, 0, 1, 1, 1, 1, 0, 0]


def test_days_without_a_day_in_common_show_nothing(table: Table) -> None:
    municipality, association = table.parties
    table.open(municipality, last=TODAY)
    table.open(association, first=TODAY + timedelta(days=1))
    with acting_as_job(Job.SEED):
        assert not Edition.objects.exists()


def test_pressed_twice_it_is_opened_once_and_other_days_are_refused(table: Table) -> None:
    municipality, _ = table.parties
    first, again = (table.open(municipality)[0] for _ in range(2))
    assert first.pk == again.pk
    with pytest.raises(ValidationError, match="Stäng den först"):
        table.open(municipality, last=date(2026, 12, 31))


def test_only_those_who_decide_open_it(table: Table) -> None:
    municipality, _ = table.parties
    with table.cast.as_(municipality, Role.CONTROLLER) as viewer, pytest.raises(PermissionDenied):
        actions.open_page(table.partnership, TODAY, None, by=viewer, now=NOW, today=TODAY)


def test_the_database_shows_no_page_that_a_party_has_not_opened(table: Table) -> None:
    """Whoever writes: an edition laid in by one party is refused, and a closed one is not opened again."""
    municipality, association = table.parties
    table.open(municipality)
    with table.cast.as_(municipality, Role.HEAD), pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.create(
            partnership=table.partnership, number=1, slug="x", content={}, sha256="0" * 64, made_at=NOW,
            days=DateRange(TODAY, None),
        )  # fmt: skip
    table.open(association)
    table.close(municipality)
    with table.cast.as_(association, Role.HEAD), pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.update(closed_at=None)


def test_someone_outside_reaches_the_copy_and_nothing_that_it_was_made_from(table: Table) -> None:
    table.open()
    with within(Scope(job=Job.PUBLIC, day=TODAY.isoformat())), connection.cursor() as cursor:
        reached = set()
        cursor.execute("SELECT c.relname FROM pg_class c WHERE c.relrowsecurity AND c.relkind = 'r'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{name}")')
            reached |= {name} if cursor.fetchone()[0] else set()
    assert reached == {"publication_edition"}


def test_the_bell_may_ring_twice_and_takes_away_what_is_over(table: Table) -> None:
    table.open(last=TODAY)
    for _ in range(2):
        assert actions.renew_all(now=NOW, today=TODAY) == 1
    assert actions.renew_all(now=NOW, today=TODAY + timedelta(days=1)) == 0
    with acting_as_job(Job.SEED):
        assert list(Edition.objects.values_list("number", "closed_at")) == [(1, NOW)]


def test_so_many_questions_and_no_more_from_one_address(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST", 3)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    client = Client()
    assert [client.get("/open/ingen/").status_code for _ in range(4)] == [404, 404, 404, 429]
    assert Client(REMOTE_ADDR="192.0.2.7").get("/open/ingen/").status_code == 404
