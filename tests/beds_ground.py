"""Sites, places and guests as bare rows, and clerks on connections of their own: no Django, no action, no rule.

What is proved on this ground holds for whoever writes SQL as the application's role. `Ground.audit` is the judge: it
reads every row and goes through the nights one by one, slow and obvious.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import Scope

Connection = psycopg.Connection[tuple[Any, ...]]
NIGHT = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
POOL = "nattplatser"
KEPT_BY = "samordning"
FOR_GOOD = "[2026-01-01,)"
SEEDING = Scope(job=Job.SEED)


@dataclass
class Ground:
    """One partnership: `coordination` gives the places, each of `runners` runs a site."""

    partnership: UUID
    coordination: UUID
    kept_by: str = KEPT_BY
    pool: str = POOL
    runners: list[UUID] = field(default_factory=list)
    sites: list[UUID] = field(default_factory=list)
    places: dict[UUID, list[UUID]] = field(default_factory=dict)
    guests: list[UUID] = field(default_factory=list)

    @property
    def clerk(self) -> Scope:
        """At the desk: acting for the organisation that coordinates, with a seat in the body."""
        own = {"organisation": str(self.coordination), "partnerships": str(self.partnership), "day": NIGHT.isoformat()}
        return Scope(**own, viewer=str(UUID(int=1)), seats=f"{self.partnership}/{self.kept_by}")

    def watch(self, site: UUID) -> Scope:
        """At night in a house: acting for the organisation that runs it, without a seat."""
        runner = self.runners[self.sites.index(site)]
        return Scope(
            organisation=str(runner), partnerships=str(self.partnership), day=NIGHT.isoformat(), viewer=str(UUID(int=2))
        )

    def add_sites(self, connection: Connection, *sizes: int) -> None:
        """One site for each size, run by an organisation of its own."""
        with under(connection, SEEDING):
            for size in sizes:
                runner = _organisation(connection, "civil")
                _party(connection, self.partnership, runner)
                self.runners.append(runner)
                self._add_site(connection, runner, size)

    def _add_site(self, connection: Connection, runner: UUID, size: int) -> None:
        own = {"partnership_id": self.partnership, "organisation_id": runner}
        site, hours = uuid4(), {"opens": "18:00", "out_by": "08:00", "key": "", "phone": "", "address": "Gatan 1"}
        insert(connection, "beds_site", [{"id": site, "name": f"Huset {site}", **hours, **own}])
        beds: list[dict[str, Any]] = [
            {"id": uuid4(), "site_id": site, "label": str(n), "rank": n, **own} for n in range(size)
        ]
        insert(connection, "beds_place", beds)
        stands = {"site_id": site, "pool": self.pool, "kind": "permanent", "nights": FOR_GOOD, "because": "", **own}
        insert(connection, "beds_standing", [{"id": uuid4(), "place_id": bed["id"], **stands} for bed in beds])
        self.sites.append(site)
        self.places[site] = [bed["id"] for bed in beds]

    def add_guests(self, connection: Connection, number: int) -> list[UUID]:
        guests: list[dict[str, Any]] = [
            {"id": uuid4(), "known_as": "Alias", "spelled": "alias", "sex": "man"} for _ in range(number)
        ]
        about = {"partnership_id": self.partnership, "kept_by": self.kept_by, "made_on": NIGHT, "last_night": NIGHT}
        with under(connection, SEEDING):
            insert(connection, "beds_guest", [{**each, **about} for each in guests])
        self.guests += [each["id"] for each in guests]
        return [each["id"] for each in guests]

    def give(self, connection: Connection, guest: UUID, site: UUID, first: date = NIGHT, **other: Any) -> UUID | None:
        """The place, or None where the site is full. Within a transaction under a scope."""
        asked = self.wanted(guest, site, first, **other)
        row = connection.execute("SELECT beds_give(%s)", [json.dumps(asked, default=str)]).fetchone()
        assert row is not None
        return row[0] and UUID(str(row[0]))

    def wanted(
        self, guest: UUID, site: UUID, first: date = NIGHT, length: int = 5, rest: int = 2, **other: Any
    ) -> dict[str, Any]:
        """What `beds_give` is asked; `other` replaces any of it."""
        own = {"partnership_id": self.partnership, "organisation_id": self.coordination, "kept_by": self.kept_by}
        nights = {"nights": span(first, length), "quarantine_nights": rest, "scheme": self.pool}
        blocks = [{"scheme": self.pool, "nights": span(first, length + rest)}]
        words = {
            "kind": "ordinary",
            "clause": "2",
            "ended": "",
            "intake": "",
            "given_at": NOW.isoformat(),
            "sex": "man",
        }
        who = {"id": uuid4(), "segment_id": uuid4(), "guest_id": guest, "site_id": site, "pool": self.pool}
        return own | nights | words | who | {"blocks": blocks} | other

    def audit(self, connection: Connection) -> list[str]:
        """What is wrong in the partnership, night by night; nothing is the right answer."""
        with under(connection, SEEDING):
            tables = ("entitlement", "segment", "block", "standing", "outage")
            rows = {name: _rows(connection, name, self.partnership) for name in tables}
        stays = [each for each in rows["segment"] if each["nights"]]
        given = {each["id"]: each for each in rows["entitlement"]}
        blocks: dict[UUID, list[dict[str, Any]]] = {}
        for each in rows["block"]:
            blocks.setdefault(each["entitlement_id"], []).append(each)
        beds, outages = _by_place(rows["standing"]), _by_place(rows["outage"])
        wrong = _twice("place", ((s["place_id"], n) for s in stays for n in _nights(s)))
        wrong += _twice("guest", ((s["guest_id"], n) for s in stays for n in _nights(s)))
        wrong += _twice("block", ((b["guest_id"], b["scheme"], n) for b in rows["block"] for n in _nights(b)))
        wrong += [f"{each} was given and has no block" for each in given.keys() - blocks.keys()]
        wrong += [f"{each} was given and is nowhere" for each in given.keys() - {s["entitlement_id"] for s in stays}
                  if not given[each]["ended"]]  # fmt: skip
        for stay in stays:
            wrong += _stray(stay, given[stay["entitlement_id"]], blocks.get(stay["entitlement_id"], []))
            stands = {n for each in beds.get(stay["place_id"], []) if _same_pool(each, stay) for n in _nights(each)}
            broken = {n for each in outages.get(stay["place_id"], []) for n in _nights(each)}
            wrong += [f"{stay['id']} sleeps where no bed is" for n in _nights(stay) if n not in stands or n in broken]
        return wrong

    def given(self, connection: Connection) -> dict[UUID, UUID]:
        """Guest → place on NIGHT."""
        with under(connection, SEEDING):
            found = connection.execute(
                "SELECT guest_id, place_id FROM beds_segment WHERE partnership_id = %s AND nights @> %s",
                [self.partnership, NIGHT],
            )
            return dict(found.fetchall())


def lay(connection: Connection, *sizes: int, guests: int = 0) -> Ground:
    """A partnership of its own, with sites of these sizes."""
    with under(connection, SEEDING):
        ground = Ground(partnership=uuid4(), coordination=_organisation(connection, "civil"))
        known = {"id": ground.partnership, "slug": str(ground.partnership), "name": "Natten", "is_demo": True}
        insert(connection, "partnerships_partnership", [known])
        _party(connection, ground.partnership, ground.coordination)
    ground.add_sites(connection, *sizes)
    if guests:
        ground.add_guests(connection, guests)
    return ground


@contextmanager
def under(connection: Connection, scope: Scope) -> Iterator[Connection]:
    """A transaction (or savepoint) with the settings that the policies read."""
    words = asdict(scope)
    calls = sql.SQL(", ").join(sql.SQL("set_config({}, %s, true)").format(f"samsyn.{name}") for name in words)
    with connection.transaction():
        connection.execute(sql.SQL("SELECT {}").format(calls), list(words.values()))
        yield connection


def insert(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, rows[0]))
    slots = sql.SQL(", ").join([sql.Placeholder()] * len(rows[0]))
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), columns, slots)
    with connection.cursor() as cursor:
        cursor.executemany(statement, [list(row.values()) for row in rows])


def span(first: date, length: int) -> str:
    """As PostgreSQL writes nights: half-open."""
    return f"[{first},{first + timedelta(days=length)})"


def _organisation(connection: Connection, kind: str) -> UUID:
    key = uuid4()
    about = {
        "slug": str(key),
        "name": str(key),
        "kind": kind,
        "legal_name": "",
        "org_nr": "",
        "is_demo": True,
        "administration": "",
    }
    insert(connection, "organisations_organisation", [{"id": key, **about}])
    return key


def _party(connection: Connection, partnership: UUID, organisation: UUID) -> None:
    row = {"id": uuid4(), "partnership_id": partnership, "organisation_id": organisation, "case_number": ""}
    insert(connection, "partnerships_partnershipparty", [{**row, "key": str(organisation), "kind": "party"}])


def _rows(connection: Connection, name: str, partnership: UUID) -> list[dict[str, Any]]:
    statement = sql.SQL("SELECT * FROM {} WHERE partnership_id = %s").format(sql.Identifier(f"beds_{name}"))
    cursor = connection.execute(statement, [partnership])
    columns = [each.name for each in cursor.description or []]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _nights(row: Mapping[str, Any]) -> list[date]:
    nights = row["nights"]
    if nights.isempty:
        return []
    last = nights.upper or NIGHT + timedelta(days=400)
    return [nights.lower + timedelta(days=each) for each in range((last - nights.lower).days)]


def _twice(what: str, seen: Iterator[tuple[Any, ...]] | Any) -> list[str]:
    return [f"{what} twice: {each}" for each, times in Counter(seen).items() if times > 1 and None not in each]


def _by_place(rows: Sequence[dict[str, Any]]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["place_id"], []).append(row)
    return found


def _same_pool(standing: Mapping[str, Any], stay: Mapping[str, Any]) -> bool:
    return bool(standing["pool"] == stay["pool"])


def _stray(stay: Mapping[str, Any], given: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]]) -> list[str]:
    held = {night for each in blocks if each["guest_id"] == stay["guest_id"] for night in _nights(each)}
    out = set(_nights(stay)) - (set(_nights(given)) & held)
    return [f"{stay['id']} outside what was given: {sorted(out)}"] if out else []
