"""story.toml: what is invented about night places, `[nights]`, and training places, `[placements]`."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
Some = Annotated[int, Field(ge=1)]
SomeOrNone = Annotated[int, Field(ge=0)]
Names = Annotated[tuple[str, ...], Field(min_length=1)]


@_strict
class SiteTold:
    """A site of the agreement, `key`, as it is opened: so many places of one pool, labelled 1, 2, 3 …"""

    key: str
    pool: str
    places: Some
    address: str
    phone: str
    opens: time
    out_by: time


@_strict
class BarTold:
    """Some nights ago a guest of the site was barred, for so many nights; noted as an incident the same evening."""

    site: str
    nights_ago: Some
    nights: Some
    reason: str
    incident: str


@_strict
class OutageTold:
    site: str
    label: str
    nights_ago: SomeOrNone
    because: str


@_strict
class ColdTold:
    """The decision for the demo day's night. `given` of the extra places have a guest already, from quarantine."""

    pool: str
    site: str
    places: Some
    given: SomeOrNone
    reason: str
    forecast: str
    source: str


@_strict
class LogTold:
    site: str
    nights_ago: SomeOrNone
    at: time
    says: str


@_strict
class InitiativeTold:
    name: str
    places: Some
    contact: str


@_strict
class DuplicateTold:
    """Two records of what is likely one guest: the first has a place, the second waits in the line."""

    first: str
    second: str
    born: int


@_strict
class NightsTold:
    """`nights` before the demo day's own are told; who came and went only in the last `in_detail` of them.

    By pool: `free`, so many places are left for a visitor to give, and `waiting`, so many stand in the line, both on
    the demo day. `men`, `women`, `others`: what guests call themselves; a name that is used again gets an initial.
    """

    seed: int
    nights: Some
    in_detail: Some
    men: Names
    women: Names
    others: Names
    free: dict[str, SomeOrNone]
    waiting: dict[str, SomeOrNone]
    site: tuple[SiteTold, ...]
    bar: BarTold
    outage: OutageTold
    cold: ColdTold
    log: tuple[LogTold, ...] = ()
    initiative: InitiativeTold
    duplicate: DuplicateTold


@_strict
class ExtensionTold:
    """A placement begun so many weeks ago, asked to be extended by `days`; approved by the other, or waiting."""

    weeks_ago: Some
    asked_days_ago: Some
    days: Some
    approved_days_ago: Some | None = None


@_strict
class PlacementsTold:
    """`sender` and `host` are parties. Placements since `first`, one after the other on every place, of which one is
    going on everywhere on the demo day; attendance for the last `attendance_weeks`.

    Among the newest referrals: so many `waiting` in line, `sent` and not answered, written and not sent (`drafts`).
    """

    seed: int
    pool: str
    sender: str
    host: str
    first: date
    attendance_weeks: SomeOrNone
    men: Names
    women: Names
    languages: Names
    waiting: SomeOrNone
    sent: SomeOrNone
    drafts: SomeOrNone
    declined_because: str
    declined_days_ago: Some
    consent_withdrawn_days_ago: Some
    come_back: SomeOrNone
    """So many of those whose placement has ended get another."""
    extension: tuple[ExtensionTold, ...] = ()
