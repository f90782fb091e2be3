"""Whoever can write SQL as the application: what the tables of the night places refuse, and in which words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors

from samsyn.postgres import Server
from samsyn.web.access.scope import Scope
from tests import database
from tests.beds_ground import NIGHT, NOW, SEEDING, Connection, Ground, insert, lay, span, under

BEFORE = NIGHT - timedelta(days=1)


@dataclass
class Evening:
    """Two sites with two places each. `sleeper` has the first place of the first site, `other` has none."""

    ground: Ground
    sleeper: UUID
    other: UUID
    names: dict[str, Any]


@pytest.fixture(scope="module")
def connection(postgres: Server) -> Iterator[Connection]:
    name = "run_beds_raw_sql"
    database.migrated_database(postgres, name)
    with psycopg.connect(postgres.url("samsyn_app", name), autocommit=True) as connection:
        yield connection
    with psycopg.connect(postgres.url("postgres", "postgres"), autocommit=True) as superuser:
        superuser.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def evening(connection: Connection) -> Evening:
    ground = lay(connection, 2, 2, guests=2)
    sleeper, other = ground.guests
    here, there = ground.sites
    with under(connection, ground.clerk):
        ground.give(connection, sleeper, here)
    found = _ids(connection, sleeper)
    names = {
        "here": here, "there": there, "sleeper": sleeper, "other": other, "partnership": ground.partnership,
        "taken": ground.places[here][0], "free": ground.places[here][1], "elsewhere": ground.places[there][0],
        "runner": ground.runners[0], "other_runner": ground.runners[1], "coordination": ground.coordination,
        "kept_by": ground.kept_by, "pool": ground.pool, "night": NIGHT, "stay": span(NIGHT, 5), "new": uuid4(),
        "later": span(NIGHT + timedelta(days=30), 5), "short": span(NIGHT, 2), "long": span(NIGHT, 6), **found,
    }  # fmt: skip
    return Evening(ground, sleeper, other, names)


def _ids(connection: Connection, guest: UUID) -> dict[str, Any]:
    with under(connection, SEEDING):
        row = connection.execute("SELECT id, entitlement_id FROM beds_segment WHERE guest_id = %s", [guest]).fetchone()
    assert row is not None
    return {"segment": row[0], "entitlement": row[1]}


_SEGMENT = """INSERT INTO beds_segment (id, partnership_id, organisation_id, kept_by, entitlement_id, guest_id, sex,
    site_id, place_id, pool, nights) VALUES (%(new)s, %(partnership)s, {organisation}, %(kept_by)s, %(entitlement)s,
    {guest}, 'man', {site}, {place}, {pool}, {nights})"""


def segment(
    guest: str = "%(sleeper)s", site: str = "%(here)s", place: str = "%(free)s", organisation: str = "%(runner)s",
    nights: str = "%(stay)s", pool: str = "%(pool)s",
) -> str:  # fmt: skip
    return _SEGMENT.format(guest=guest, site=site, place=place, organisation=organisation, nights=nights, pool=pool)


_OTHERS = {"site": "%(there)s", "place": "%(elsewhere)s", "organisation": "%(other_runner)s"}

AT_THE_DESK = {
    "a second place the same night": segment(**_OTHERS),
    "a second place within the site": segment(),
    "another guest on what was given": segment(guest="%(other)s"),
    "a stay of nobody": segment(guest="NULL", nights="%(later)s"),
    "a stay after what was given": segment(nights="%(later)s"),
    "a bed of another site": segment(place="%(elsewhere)s"),
    "a bed in another's name": segment(organisation="%(other_runner)s"),
    "a bed in a pool it is not in": segment(pool="'kvinnoplatser'"),
    "the stay longer than given": "UPDATE beds_segment SET nights = %(long)s WHERE id = %(segment)s",
    "the stay to nobody": "UPDATE beds_segment SET guest_id = NULL WHERE id = %(segment)s",
    "the stay to another": "UPDATE beds_segment SET guest_id = %(other)s WHERE id = %(segment)s",
    "the stay deleted": "DELETE FROM beds_segment WHERE id = %(segment)s",
    "the quarantine cut": "UPDATE beds_block SET nights = %(stay)s WHERE entitlement_id = %(entitlement)s",
    "the block under its stay cut": "UPDATE beds_block SET nights = %(short)s WHERE entitlement_id = %(entitlement)s",
    "the block emptied": "UPDATE beds_block SET nights = 'empty' WHERE entitlement_id = %(entitlement)s",
    "the block to nobody": "UPDATE beds_block SET guest_id = NULL WHERE entitlement_id = %(entitlement)s",
    "the block to another": "UPDATE beds_block SET guest_id = %(other)s WHERE entitlement_id = %(entitlement)s",
    "the block deleted": "DELETE FROM beds_block WHERE entitlement_id = %(entitlement)s",
    "the block in another scheme": "UPDATE beds_block SET scheme = 'x' WHERE entitlement_id = %(entitlement)s",
    "the given place deleted": "DELETE FROM beds_entitlement WHERE id = %(entitlement)s",
    "given for longer": "UPDATE beds_entitlement SET nights = %(long)s WHERE id = %(entitlement)s",
    "given with no quarantine": "UPDATE beds_entitlement SET quarantine_nights = 0 WHERE id = %(entitlement)s",
    "given to another": "UPDATE beds_entitlement SET guest_id = %(other)s WHERE id = %(entitlement)s",
    "left, with the nights kept": "UPDATE beds_entitlement SET left_on = %(night)s, ended = 'left' WHERE id = %(entitlement)s",  # noqa: E501
    "a quarantine lifted by nobody's decision": "UPDATE beds_block SET nights = %(stay)s, lifted_by_id = %(new)s WHERE entitlement_id = %(entitlement)s",  # noqa: E501
    "what was refused forgotten": "DELETE FROM beds_refusal",
    "a decision changed": "UPDATE beds_override SET reason = 'x'",
    "a decision of another": """INSERT INTO beds_extranight (id, partnership_id, organisation_id, kept_by, pool, night,
        trigger, reason, forecast, source, clause, decided_at) VALUES (%(new)s, %(partnership)s, %(runner)s,
        %(kept_by)s, %(pool)s, %(night)s, 'special_event', 'x', '', '', '2', now())""",
}  # fmt: skip


@pytest.mark.parametrize("attack", AT_THE_DESK)
def test_from_the_desk_it_is_refused(connection: Connection, evening: Evening, attack: str) -> None:
    _refused(connection, evening, evening.ground.clerk, AT_THE_DESK[attack])


_OUTAGE = """INSERT INTO beds_outage (id, partnership_id, organisation_id, place_id, nights, because)
    VALUES (%(new)s, %(partnership)s, {organisation}, {place}, %(stay)s, 'x')"""
_STANDING = """INSERT INTO beds_standing (id, partnership_id, organisation_id, site_id, place_id, pool, kind, nights,
    because) VALUES (%(new)s, %(partnership)s, {organisation}, {site}, {place}, %(pool)s, 'rolling',
    '[2025-01-01,2025-01-09)', 'x')"""

IN_A_HOUSE = {
    "a bed broken under its guest": _OUTAGE.format(organisation="%(runner)s", place="%(taken)s"),
    "the standing ended under a guest": "UPDATE beds_standing SET nights = '[2026-01-01,2026-11-22)' WHERE place_id = %(taken)s",  # noqa: E501
    "the standing begun after a guest": "UPDATE beds_standing SET nights = '[2026-11-22,)' WHERE place_id = %(taken)s",
    "the bed lent to another pool under its guest": "UPDATE beds_standing SET pool = 'kvinnoplatser', because = 'x' WHERE place_id = %(taken)s",  # noqa: E501
    "a bed lent to another pool with no reason": "UPDATE beds_standing SET pool = 'kvinnoplatser' WHERE place_id = %(free)s",  # noqa: E501
    "the standing deleted": "DELETE FROM beds_standing WHERE place_id = %(taken)s",
    "the bed taken away": "DELETE FROM beds_place WHERE id = %(taken)s",
    "the bed carried to another's site": "UPDATE beds_place SET site_id = %(there)s WHERE id = %(taken)s",
    "another's bed broken": _OUTAGE.format(organisation="%(runner)s", place="%(elsewhere)s"),
    "another's bed broken in its name": _OUTAGE.format(organisation="%(other_runner)s", place="%(elsewhere)s"),
    "another's bed stood up": _STANDING.format(
        organisation="%(runner)s", site="%(here)s", place="%(elsewhere)s"
    ),
    "a guest let in past the desk": segment(guest="%(other)s", nights="%(later)s"),
    "its guest's block cut": "UPDATE beds_block SET nights = 'empty' WHERE entitlement_id = %(entitlement)s",
}  # fmt: skip


@pytest.mark.parametrize("attack", IN_A_HOUSE)
def test_from_a_house_it_is_refused(connection: Connection, evening: Evening, attack: str) -> None:
    _refused(connection, evening, evening.ground.watch(evening.names["here"]), IN_A_HOUSE[attack])


def test_another_partnership_reaches_nothing_and_is_told_nothing(connection: Connection, evening: Evening) -> None:
    """A clerk of another partnership who has got hold of every id, and names them as the own ones."""
    stranger = lay(connection, 1, guests=1)
    told = set()
    attacks = AT_THE_DESK | IN_A_HOUSE
    for name in attacks:
        told.add(_refused(connection, evening, stranger.clerk, attacks[name]))
    assert not [text for text in told if "sleep" in text or "taken" in text]
    with pytest.raises(errors.Error) as refusal, under(connection, stranger.clerk):
        stranger.give(connection, evening.other, stranger.sites[0])
    assert "A place is given to a guest." in str(refusal.value)
    with under(connection, stranger.clerk):
        assert stranger.give(connection, stranger.guests[0], evening.names["here"]) is None


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_an_old_view_of_the_evening_gives_no_place_twice(postgres: Server, evening: Evening, level: str) -> None:
    """Who began before the place was given does not see that it is; the belt does."""
    ground, here = evening.ground, evening.names["here"]
    url = postgres.url("samsyn_app", "run_beds_raw_sql")
    with psycopg.connect(url, autocommit=True) as late, psycopg.connect(url, autocommit=True) as quick:
        [third] = ground.add_guests(quick, 1)
        late.execute(f"SET default_transaction_isolation = '{level}'")
        with under(late, ground.clerk):
            late.execute("SELECT FROM beds_segment")
            with under(quick, ground.clerk):
                assert ground.give(quick, third, here) == evening.names["free"]
            with pytest.raises((errors.ExclusionViolation, errors.SerializationFailure)):
                ground.give(late, evening.other, here)
        assert ground.audit(quick) == []


def test_two_in_one_call_for_the_same_guest_are_refused_whole(connection: Connection, evening: Evening) -> None:
    ground = evening.ground
    with suppress(errors.ExclusionViolation), under(connection, ground.clerk):
        ground.give(connection, evening.other, evening.names["there"])
        with pytest.raises(errors.ExclusionViolation) as refusal:
            ground.give(connection, evening.other, evening.names["here"])
        raise refusal.value
    assert refusal.value.diag.constraint_name == "stay_and_quarantine_do_not_overlap"
    assert evening.other not in ground.given(connection)


def test_no_one_else_s_decision_breaks_a_quarantine_and_the_guest_s_own_does(
    connection: Connection, evening: Evening
) -> None:
    cut = "UPDATE beds_block SET nights = %(until)s, lifted_by_id = %(new)s WHERE entitlement_id = %(entitlement)s"
    end = NIGHT + timedelta(days=5)
    names = evening.names | {"until": span(NIGHT, 5)}
    decided = {"organisation_id": evening.ground.coordination, "what": "quarantine", "night": end, "reason": "Kyla."}
    for whom, what, night in ((evening.other, "quarantine", end), (evening.sleeper, "bar", end),
                              (evening.sleeper, "quarantine", end + timedelta(days=1))):  # fmt: skip
        names["new"] = _decision(connection, evening, decided | {"guest_id": whom, "what": what, "night": night})
        _refused(connection, Evening(evening.ground, evening.sleeper, evening.other, names), evening.ground.clerk, cut)
    names["new"] = _decision(connection, evening, decided | {"guest_id": evening.sleeper})
    with under(connection, evening.ground.clerk):
        assert connection.execute(cut, names).rowcount == 1
        assert evening.ground.give(connection, evening.sleeper, evening.names["there"], end)
    assert evening.ground.audit(connection) == []


def test_a_barred_guest_gets_in_by_a_decision_on_that_bar_alone(connection: Connection, evening: Evening) -> None:
    ground, site, guest = evening.ground, evening.names["there"], evening.other
    bar = {"id": uuid4(), "partnership_id": ground.partnership, "organisation_id": ground.runners[1], "site_id": site}
    words = {"reason": "Slog en annan gäst.", "decided_at": NOW, "appeal_answer": "", "nights": span(BEFORE, 20)}
    with under(connection, ground.watch(site)):
        insert(connection, "beds_bar", [bar | words | {"kept_by": ground.kept_by, "guest_id": guest}])
    decided = {"organisation_id": ground.coordination, "night": NIGHT, "reason": "Kyla.", "guest_id": guest}
    wrong = _decision(connection, evening, decided | {"what": "quarantine"})
    not_yet = _decision(connection, evening, decided | {"what": "bar", "night": NIGHT + timedelta(days=1)})
    others = _decision(connection, evening, decided | {"what": "bar", "guest_id": evening.sleeper})
    for decision in (None, wrong, not_yet, others):
        with pytest.raises(errors.CheckViolation), under(connection, ground.clerk):
            ground.give(connection, guest, site, override_id=decision)
    right = _decision(connection, evening, decided | {"what": "bar"})
    with under(connection, ground.clerk):
        assert ground.give(connection, guest, site, override_id=right)


def test_a_house_ends_a_stay_without_seeing_the_register(connection: Connection, evening: Evening) -> None:
    """The check at the end of the transaction must see the block, which the night watch may not."""
    with under(connection, evening.ground.watch(evening.names["here"])):
        ended = "UPDATE beds_segment SET nights = %(short)s WHERE id = %(segment)s"
        assert connection.execute(ended, evening.names).rowcount == 1
        assert connection.execute("SELECT count(*) FROM beds_block").fetchone() == (0,)
    assert evening.ground.audit(connection) == []


def _decision(connection: Connection, evening: Evening, row: dict[str, Any]) -> UUID:
    own = {"id": uuid4(), "partnership_id": evening.ground.partnership, "kept_by": evening.ground.kept_by}
    with under(connection, evening.ground.clerk):
        insert(connection, "beds_override", [own | {"clause": "2", "decided_at": NOW} | row])
    return UUID(str(own["id"]))


def _refused(connection: Connection, evening: Evening, scope: Scope, statement: str) -> str:
    """Refused in so many words, or no row reached; and all is as before. What was said."""
    before, said = _all(connection, evening), ""
    try:
        with under(connection, scope):
            connection.execute(statement, evening.names)
    except (errors.CheckViolation, errors.ExclusionViolation, errors.InsufficientPrivilege) as refusal:
        said = str(refusal.diag.message_primary)
    assert _all(connection, evening) == before
    return said


def _all(connection: Connection, evening: Evening) -> list[Any]:
    tables = ("place", "standing", "outage", "segment", "entitlement", "block", "extranight")
    found = []
    with under(connection, SEEDING):
        for table in tables:
            rows = f"SELECT to_jsonb(t)::text FROM beds_{table} t WHERE partnership_id = %s ORDER BY 1"
            found.append(connection.execute(rows, [evening.ground.partnership]).fetchall())
    return found
