"""What else stands on My day. The capabilities downstream say so themselves: each registers one function.

daily.register(share_of)     # in the capability's AppConfig.ready: for those who do daily work
daily.register(share_of, Permission.MANAGE_MONEY, Permission.DECIDE)     # for those who may do one of these

A share is what the viewer may see and must do, and names nobody: My day is read where others can look on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossiers_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks and when, and the partnerships with their agreements, read once for all: a share asks its own tables,
    as often for one partnership as for a hundred."""

    viewer: Viewer
    now: datetime
    today: date
    partnerships: tuple[tuple[Partnership, Dossier], ...]

    def home(self, partnership: Partnership) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{partnership.slug}/"


@dataclass(frozen=True, slots=True)
class Door:
    """Where the viewer's daily work is done."""

    text: str
    partnership: str
    url: str


@dataclass(frozen=True, slots=True)
class Task:
    """Something that the viewer must do, at the latest on `due`; without a day it waits for an answer.

    `state` and `state_kind` are those of a tag.
    """

    text: str
    partnership: str
    url: str
    due: date | None = None
    state: str = ""
    state_kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Share:
    doors: tuple[Door, ...] = ()
    tasks: tuple[Task, ...] = ()


Found = Callable[[Asked], Share]
_KNOWN: dict[Found, tuple[Permission, ...]] = {}


def register(found: Found, *needs: Permission) -> None:
    """`needs`: one of them is enough; without any, daily work."""
    _KNOWN.setdefault(found, needs or (Permission.WORK,))


Own = Callable[[Viewer, datetime], Iterable[Task]]
_OWN: list[Own] = []


def register_own(found: Own) -> None:
    """What waits for one who may read no partnership, of her own."""
    if found not in _OWN:
        _OWN.append(found)


def own_of(viewer: Viewer, now: datetime) -> list[Task]:
    return [task for found in _OWN for task in found(viewer, now)]


def shares_of(viewer: Viewer, now: datetime, today: date) -> Share:
    """All of them as one: doors in the order of registration; what waits, then tasks by day (`_order`).

    Nothing is asked of the tables for whom no share is.
    """
    mine = [found for found, needs in _KNOWN.items() if any(viewer.may(each) for each in needs)]
    if not mine or not viewer.partnerships:
        return Share()
    dossiers = dossiers_of(viewer.partnerships)
    known = Partnership.objects.filter(pk__in=dossiers).order_by("name")
    asked = Asked(viewer, now, today, tuple((each, dossiers[each.pk]) for each in known))
    shares = [found(asked) for found in mine]
    tasks = sorted((task for each in shares for task in each.tasks), key=lambda task: _order(task, today))
    return Share(tuple(door for each in shares for door in each.doors), tuple(tasks))


def _order(task: Task, today: date) -> tuple[bool, int, str, str]:
    """What waits for an answer, then what can still be in time, soonest first; then what was due, latest first.

    A long list of what nobody has noted hides nothing of what is to be done today.
    """
    left = (task.due - today).days if task.due else 0
    return (left < 0, abs(left) if task.due else -1, task.partnership, task.text)
