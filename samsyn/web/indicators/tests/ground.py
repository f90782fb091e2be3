"""An invented house with all sorts of facts: night places, a pad, a support line, evenings with shifts.

`Ground` writes rows as they stand in the tables and keeps the same as plain facts: what the model counts from.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from psycopg.types.range import DateRange as Nights

from samsyn.rules.indicators.facts import Fact
from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import SINCE, TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.models import Block, Entitlement, Guest, Night, Outage, Refusal, Segment
from samsyn.web.beds.tests import laying
from samsyn.web.beds.tests.laying import BODY, NOW, Laid
from samsyn.web.occasions.models import Count, DifferentPeople, Heads, Occasion
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment
from samsyn.web.shifts.models import Shift
from samsyn.web.support.models import SupportContact
from samsyn.web.tallies.models import Event, HeldDay

PERIOD = DateRange.through(date(2026, 1, 12), date(2026, 3, 31))
"""Ends after today: what lies ahead is in the tables too, and is not counted."""
DAY = timedelta(days=1)
OWN = "foreningen"
_MORE = """
[opening.dagar]
clause = "10"
says = "Öppet varje dag."
site = "kajen"
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

[service.lunch]
clause = "10"
says = "Lunch serveras."
name = "Lunch"
by = ["foreningen"]
kind = "basic_need"

[service.dusch]
clause = "10"
says = "Det går att duscha."
name = "Dusch"
by = ["foreningen"]
kind = "basic_need"

[pad.plattan]
clause = "10"
says = "Besök räknas."
name = "Plattan"
site = "kajen"
by = "foreningen"
services = ["lunch", "dusch"]

[support_line.linjen]
clause = "10"
says = "Stöd ges."
name = "Linjen"
by = "foreningen"
channels = ["phone", "chat"]
kinds = ["lunch", "dusch"]

[activity.kvallar]
clause = "10"
says = "Öppna kvällar."
name = "Kvällar"
by = ["foreningen"]
kind = "open"
site = "kajen"

[activity.gruppen]
clause = "10"
says = "En grupp träffas."
name = "Gruppen"
by = ["foreningen"]
kind = "group"
counts = "participants"
service = "lunch"
{indicators}
"""
_TERMS = "dagar lunch dusch plattan linjen kvallar gruppen"


def files(indicators: str = "", *names: str) -> dict[str, bytes]:
    terms = ", ".join(f"`{each}`" for each in (*_TERMS.split(), *names))
    clauses = laying.FILES["clauses.md"].decode() + f"\n## 10 · Dagar\nSom det står.\n\nTerms: {terms}\n"
    return {
        "agreement.toml": (laying.AGREEMENT + _MORE.format(indicators=indicators)).encode(),
        "clauses.md": clauses.encode(),
    }


class Ground:
    def __init__(self, laid: Laid) -> None:
        self.laid = laid
        self.facts: list[Fact] = []

    @property
    def cast(self) -> Cast:
        return self.laid.cast

    @property
    def own(self) -> dict[str, Any]:
        return {"partnership": self.laid.partnership, "organisation": self.cast.association}

    def fact(self, kind: Any, day: date, **said: Any) -> None:
        self.facts.append(Fact(kind, day, organisation=OWN, **said))

    def tap(self, day: date, button: str, n: int, sex: str, age_band: str) -> None:
        Event.objects.create(
            **self.own, pad="plattan", button=button, day=day, received_at=NOW, source="paper", n=n, sex=sex,
            age_band=age_band, reason="Lappen",
        )  # fmt: skip
        service = {} if button == "visit" else {"service": button}
        kind = "services" if service else "visits"
        self.fact(kind, day, n=n, sex=sex, age_band=age_band, site="kajen", **service)

    def days_of_the_pad(self, cancelled: set[date]) -> None:
        """After the taps. Every day that is over was planned."""
        counted = {each.day for each in self.facts if each.kind in ("visits", "services")}
        for day in cancelled:
            HeldDay.objects.create(**self.own, pad="plattan", day=day, state="cancelled", reason="Sjukt", said_at=NOW)
        for day in _through(PERIOD.start, TODAY - DAY):
            if day not in counted | cancelled:
                self.fact("visits", day, n=0, site="kajen", gap=True)
                self.fact("services", day, n=0, site="kajen", gap=True, offers=("lunch", "dusch"))

    def contact(self, day: date, channel: str, kind: str) -> None:
        SupportContact.objects.create(**self.own, day=day, channel=channel, kind=kind)
        self.fact("contacts", day, channel=channel, service=kind)

    def occasion(self, number: int, day: date, activity: str, state: str, heads: Any, hours: Any) -> None:
        """`heads`: None, not counted; else (sex, age band) → n. `hours`: None, not reported."""
        figure, known = ("attendance", {"site": "kajen"}) if activity == "kvallar" else ("participants", {})
        known |= {} if activity == "kvallar" else {"service": "lunch"}
        like = {"activity": activity, "figure": figure, **known}
        made = Occasion.objects.create(
            **self.own, activity=activity, kind="open" if activity == "kvallar" else "group", counts=figure, day=day,
            starts=time(18), ends=time(20), place=str(number), planned_at=NOW, changed_at=NOW, state=state,
            held_at=NOW if state == "held" else None, cancelled_at=NOW if state == "cancelled" else None,
            cancelled_because="Snö" if state == "cancelled" else "",
        )  # fmt: skip
        if state == "held":
            self.fact("occasions", day, **like)
            self._heads(made, heads, like)
        if state == "planned" and day < TODAY:
            self.fact("occasions", day, n=0, gap=True, **like)
        self._shift(made, hours, like)

    def _heads(self, made: Occasion, heads: Any, like: dict[str, str]) -> None:
        if heads is None:
            self.fact("heads", made.day, n=0, gap=True, **like)
            return
        first = Count.objects.create(**self.own, occasion=made, number=1, nobody=True, made_at=NOW, replaced_at=NOW)
        Heads.objects.create(**self.own, count=first, occasion=made, sex="man", n=99)
        count = Count.objects.create(**self.own, occasion=made, number=2, nobody=not heads, made_at=NOW, reason="Fel")
        self.fact("heads", made.day, n=0, **like)
        for (sex, band), n in heads.items():
            Heads.objects.create(**self.own, count=count, occasion=made, sex=sex, age_band=band, n=n)
            self.fact("heads", made.day, n=n, sex=sex, age_band=band, **like)

    def _shift(self, made: Occasion, hours: Decimal | None, like: dict[str, str]) -> None:
        at = datetime.combine(made.day, time(18), tzinfo=NOW.tzinfo)
        reported = {} if hours is None else {"hours": hours, "reported_at": NOW, "reported_as": "volunteer"}
        Shift.objects.create(
            **self.own, occasion=made, function="Värd", starts_at=at, ends_at=at + timedelta(hours=2), state="taken",
            changed_at=NOW, made_at=NOW, **reported,
        )  # fmt: skip
        known = {key: value for key, value in like.items() if key != "figure"}
        if hours is not None:
            self.fact("hours", made.day, n=Fraction(hours), **known)
        elif made.state == "held" and made.day < TODAY:
            self.fact("hours", made.day, n=0, gap=True, **known)

    def stay(self, number: int, site: str, first: date, came: list[tuple[str, str]]) -> None:
        """One place for each number, so that no two are in each other's way. `came`: for each night its state, sex."""
        house = getattr(self.laid, site)
        pool = laying.WOMEN if site == "lyktan" else laying.ORDINARY
        guest = self._guest(number)
        nights = Nights(first, first + len(came) * DAY)
        given = Entitlement.objects.create(
            partnership=self.laid.partnership, organisation=self.cast.association, kept_by=BODY, guest=guest, pool=pool,
            nights=nights, quarantine_nights=2, scheme="1", clause="4", given_at=NOW,
        )  # fmt: skip
        Block.objects.create(
            entitlement=given, partnership=self.laid.partnership, kept_by=BODY, guest=guest, scheme="1",
            nights=Nights(first, first + (len(came) + 2) * DAY),
        )  # fmt: skip
        sex = came[0][1]
        segment = Segment.objects.create(
            **self.own, kept_by=BODY, entitlement=given, guest=guest, sex=sex, site=house, pool=pool, nights=nights,
            place=self.laid.places(house)[number],
        )  # fmt: skip
        for offset, (state, _) in enumerate(came):
            night = first + offset * DAY
            if state and night <= TODAY:
                Night.objects.create(
                    **self.own, kept_by=BODY, segment=segment, site=house, pool=pool, sex=sex, night=night, state=state,
                    noted_at=NOW,
                )  # fmt: skip
            if state == "arrived" and night <= TODAY:
                self.fact("nights", night, site=site, pool=pool, sex=sex)
                self.fact("guests", night, site=site, pool=pool, sex=sex, person=str(guest.pk))
            if not state and night < TODAY:
                self.fact("nights", night, n=0, site=site, pool=pool, sex=sex, gap=True)

    def _guest(self, number: int) -> Guest:
        name = f"Gäst {number}"
        return Guest.objects.filter(known_as=name).first() or Guest.objects.create(
            partnership=self.laid.partnership, kept_by=BODY, known_as=name, spelled=name, sex="man", made_on=TODAY,
            last_night=TODAY,
        )  # fmt: skip

    def places(self, broken: tuple[date, int]) -> None:
        """Nine of the organisation's own. The first of Kajen's is out of order on some nights."""
        first, length = broken
        out = Nights(first, first + length * DAY)
        Outage.objects.create(**self.own, place=self.laid.places(self.laid.kajen)[0], nights=out, because="Läcka")
        for day in _through(PERIOD.start, TODAY):
            ready = 6 - (first <= day < first + length * DAY)
            self.fact("place_nights", day, n=ready, site="kajen", pool=laying.ORDINARY)
            self.fact("place_nights", day, n=3, site="lyktan", pool=laying.WOMEN)

    def refusal(self, night: date, sex: str) -> None:
        Refusal.objects.create(
            partnership=self.laid.partnership, kept_by=BODY, pool=laying.ORDINARY, night=night, sex=sex, reason="full"
        )
        self.facts.append(Fact("refusals", night, sex=sex, pool=laying.ORDINARY))

    def word(self, n: int) -> None:
        DifferentPeople.objects.create(
            **self.own, activity="gruppen", days=Nights(PERIOD.start, PERIOD.end), n=n, said_at=NOW
        )
        met = [each for each in self.facts if each.kind == "occasions" and each.activity == "gruppen" and not each.gap]
        if any(each.day in PERIOD and each.day <= TODAY for each in met):
            about = {"activity": "gruppen", "figure": "participants", "service": "lunch"}
            self.fact("different_people", PERIOD.start, n=n, last=PERIOD.last, **about)


def ground_of(cast: Cast, indicators: str = "", *names: str) -> Ground:
    laid = laying.lay(cast, files(indicators, *names))
    with acting_as_job(Job.SEED):
        Appointment.objects.create(
            person=cast.person(cast.association, Role.STAFF),
            partnership=laid.partnership,
            organisation=cast.association,
            body=BODY,
            function="Värd",
            since=SINCE,
        )
    return Ground(laid)


def _through(first: date, last: date) -> list[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]
