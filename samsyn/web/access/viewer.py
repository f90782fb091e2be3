"""Who is looking, for which organisation, and what that opens. Made once per request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import Scope
from samsyn.web.organisations.roles import Permission, Role, permissions_of

NO_ONE = UUID(int=0)
"""Stands where there is nobody, so that comparing with it is always allowed and never true."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An organisation that the person may act for, or a partnership to go to; `kind` says which sort."""

    slug: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A function that the person holds in a body of a partnership, in the agreement's words."""

    partnership_id: UUID
    body: str
    function: str

    def __str__(self) -> str:
        return f"{self.partnership_id}/{self.body}"


@dataclass(frozen=True, slots=True)
class GrantKey:
    """What another organisation lets the acting one see today."""

    partnership_id: UUID
    owner_id: UUID
    scope: str

    def __str__(self) -> str:
        return f"{self.partnership_id}/{self.owner_id}/{self.scope}"


@dataclass(frozen=True, slots=True)
class Viewer:
    """`partnerships` are those where the organisation is a party; `participations` where it only takes part.

    Both are empty for someone whose roles do not allow reading (an administrator).
    """

    person_id: UUID = NO_ONE
    person_name: str = ""
    is_demo: bool = False
    organisation_id: UUID = NO_ONE
    organisation_slug: str = ""
    organisation_name: str = ""
    organisation_kind: str = ""
    organisation_is_demo: bool = False
    roles: frozenset[Role] = frozenset()
    partnerships: frozenset[UUID] = frozenset()
    participations: frozenset[UUID] = frozenset()
    seats: frozenset[Seat] = frozenset()
    grants: frozenset[GrantKey] = frozenset()
    day: date | None = None
    """The civil day on which all this holds."""
    choices: tuple[Choice, ...] = ()
    partnership_choices: tuple[Choice, ...] = ()
    job: Job | None = None

    @property
    def is_known(self) -> bool:
        """Signed in, all the way."""
        return self.person_id != NO_ONE

    @property
    def acts(self) -> bool:
        """For an organisation, in which the person holds a role today."""
        return self.organisation_id != NO_ONE

    @property
    def known_partnerships(self) -> frozenset[UUID]:
        return self.partnerships | self.participations

    @property
    def permissions(self) -> frozenset[Permission]:
        return permissions_of(self.roles)

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def is_seated(self, partnership_id: UUID, body: str) -> bool:
        return any(seat.partnership_id == partnership_id and seat.body == body for seat in self.seats)

    def sees_by_grant(self, scope: str, *, owner_id: UUID, partnership_id: UUID) -> bool:
        return GrantKey(partnership_id, owner_id, scope) in self.grants

    def scope(self) -> Scope:
        """The same facts as PostgreSQL's policies read them."""
        return Scope(
            viewer=str(self.person_id) if self.is_known else "",
            organisation=str(self.organisation_id) if self.acts else "",
            partnerships=_listed(self.partnerships),
            participations=_listed(self.participations),
            grants=_listed(self.grants),
            seats=_listed(self.seats),
            day=str(self.day or ""),
            job=self.job or "",
        )


NOBODY = Viewer()


def viewer_from(answer: dict[str, Any], day: date) -> Viewer:
    """The Viewer that `samsyn_enter` describes in JSON, as it holds on a day."""
    organisation = answer["organisation"] or {}
    return Viewer(
        person_id=UUID(answer["person"]["id"]),
        person_name=answer["person"]["name"],
        is_demo=answer["person"]["is_demo"],
        organisation_id=UUID(organisation["id"]) if organisation else NO_ONE,
        organisation_slug=organisation.get("slug", ""),
        organisation_name=organisation.get("name", ""),
        organisation_kind=organisation.get("kind", ""),
        organisation_is_demo=organisation.get("is_demo", False),
        roles=frozenset(Role(role) for role in answer["roles"]),
        partnerships=frozenset(UUID(each) for each, kind in answer["places"] if kind == "party"),
        participations=frozenset(UUID(each) for each, kind in answer["places"] if kind == "participant"),
        seats=frozenset(Seat(UUID(p), body, function) for p, body, function in answer["seats"]),
        grants=frozenset(GrantKey(UUID(p), UUID(owner), scope) for p, owner, scope in answer["grants"]),
        day=day,
        choices=tuple(Choice(**choice) for choice in answer["choices"]),
        partnership_choices=tuple(Choice(**choice) for choice in answer["partnership_choices"]),
    )


def _listed(items: frozenset[UUID] | frozenset[GrantKey] | frozenset[Seat]) -> str:
    return ",".join(sorted({str(item) for item in items}))
