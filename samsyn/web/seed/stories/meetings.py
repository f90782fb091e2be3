"""The meetings of a year: called, held, minuted and approved some days before the last day that the text gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from samsyn.rules.terms.governance import Body
from samsyn.web.meetings import actions
from samsyn.web.meetings.models import ActionPoint, AgendaItem, Attendance, Meeting
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.project.clock import SWEDEN
from samsyn.web.seed.stories.story import ConfirmTold, Story
from samsyn.web.seed.stories.teller import Happening, Teller

_DAY = timedelta(days=1)
_BEFORE_THE_LAST_DAY, _CALLED = 9 * _DAY, 21 * _DAY
_CALLED_AHEAD = 45 * _DAY
_STARTS, _LASTS = time(13), timedelta(hours=1, minutes=30)
_ORDER = 10
_HOW_IT_GOES = "Läget i verksamheten"
_SAID: dict[str, str] = {
    AgendaItem.Kind.OBLIGATION: "Parterna gick igenom vad som är gjort och vad som är kvar.",
    AgendaItem.Kind.ASSUMPTION: "Parterna vill läsa texten igen. Frågan tas upp på nästa möte.",
    AgendaItem.Kind.ACTION: "Genomgången.",
    AgendaItem.Kind.CHANGE: "Parterna läste förslaget tillsammans.",
    AgendaItem.Kind.MATTER: "Parterna gick igenom ärendet.",
}


def meetings_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for body in teller.dossier.agreement.body.values():
        days = _days(teller, body)
        last = max((day for day in days if day < teller.today), default=None)
        for number, day in enumerate(days, 1):
            told = _Told(teller, story, body, number, day, is_newest=day == last)
            yield from told.happenings()


def _days(teller: Teller, body: Body) -> list[date]:
    """A working day some days before each day on which a meeting is due, as it looked when the agreement began."""
    due = Obligation.objects.filter(partnership=teller.partnership, term=body.id, kind="meeting").exclude(due=None)
    found = {_working_day((each.due or teller.today) - _BEFORE_THE_LAST_DAY) for each in due}
    first = teller.dossier.agreement.period.first
    return sorted(day for day in found if first < day <= teller.today + _CALLED_AHEAD)


def _working_day(day: date) -> date:
    return day - _DAY * max(0, day.weekday() - 4)


class _Told:
    """One meeting of a body."""

    def __init__(self, teller: Teller, story: Story, body: Body, number: int, day: date, *, is_newest: bool) -> None:
        self.teller, self.story, self.body, self.number, self.day = teller, story, body, number, day
        self.waits = story.waits if is_newest else ""
        self.convenor = body.convenor or teller.parties[0]
        seats = [seat.party or _unit_of(teller, seat.participant) for seat in body.members]
        self.parties = [key for key in dict.fromkeys(seats) if key in teller.dossier.agreement.party]
        self.meeting = Meeting()

    def happenings(self) -> Iterator[Happening]:
        first = self.teller.dossier.agreement.period.first
        called = max(first, min(self.day - _CALLED, self.teller.today - 2 * _DAY))
        yield Happening(called, _ORDER, self.call)
        if self.day >= self.teller.today or not self.parties:
            return
        yield Happening(self.day, _ORDER + 1, self.hold)
        yield Happening(self.day + _DAY, _ORDER + 2, self.put_forward)
        for days, key in zip(count(1, 3), self.parties, strict=False):
            if key != self.waits:
                yield Happening(self.day + _DAY * days, _ORDER + 3, _bound(self.approve, key))

    def call(self) -> None:
        starts = datetime.combine(self.day, _STARTS, tzinfo=SWEDEN).astimezone(UTC)
        called = min(self.day - _CALLED, self.teller.today - 2 * _DAY)
        first = self.teller.dossier.agreement.period.first
        with self.teller.acting(self.convenor, Role.HEAD, max(first, called)) as now:
            self.meeting = actions.call_meeting(
                self.teller.partnership,
                self.body.id,
                starts_at=starts,
                ends_at=starts + _LASTS,
                place=f"Hos {self.teller.organisations[self.convenor].name}",
                by=now.by,
                now=now.now,
                today=now.today,
            )
            actions.add_item(self.meeting, _HOW_IT_GOES, by=now.by, now=now.now)

    def hold(self) -> None:
        """Held, noted, decided: all on the day."""
        with self.teller.acting(self.convenor, Role.HEAD, self.day) as now:
            self._finish_what_was_agreed(now)
            self.meeting = actions.hold(self.meeting, self.day, by=now.by, now=now.now, today=now.today)
            rows = list(Attendance.objects.filter(meeting=self.meeting).order_by("pk"))
            away = self.number % 3
            came = {row.pk: actions.Noted(came=place != away or len(rows) < 4) for place, row in enumerate(rows)}
            actions.note_attendance(self.meeting, came, by=now.by, now=now.now)
            self._note(now)
            self._decide(now)

    def _note(self, now: Any) -> None:
        """What was said under each item; what opens and closes the meeting needs no words."""
        for item in AgendaItem.objects.filter(meeting=self.meeting):
            told = item.title == _HOW_IT_GOES
            said = (
                " ".join(self._next(self.story.notes, place) for place in (0, 1)) if told else _SAID.get(item.kind, "")
            )
            if said:
                actions.note(item, said, was="", dealt_with=_shown(item) or None, by=now.by, now=now.now)

    def put_forward(self) -> None:
        with self.teller.acting(self.convenor, Role.HEAD, self.day + _DAY) as now:
            self.minutes = actions.put_forward_minutes(self.meeting, by=now.by, now=now.now, today=now.today)

    def approve(self, key: str) -> None:
        on = self.day + _DAY * (1 + 3 * self.parties.index(key))
        with self.teller.acting(key, Role.STEERING, on) as now:
            actions.approve_minutes(self.minutes, by=now.by, now=now.now, today=now.today)

    def _decide(self, now: Any) -> None:
        for told in self._confirmed():
            actions.decide(
                self.meeting, told.says, kind="confirm", assumption=told.assumption, answer=told.answer, by=now.by,
                now=now.now, today=now.today,
            )  # fmt: skip
        if self.story.decisions:
            says = self._next(self.story.decisions, 0)
            actions.decide(self.meeting, says, kind="method", by=now.by, now=now.now, today=now.today)
        if self.story.actions:
            who = self.parties[self.number % len(self.parties)]
            actions.agree_action(
                self.meeting,
                self._next(self.story.actions, 0),
                self.teller.organisations[who].pk,
                due=self.day + 30 * _DAY,
                by=now.by,
                now=now.now,
            )

    def _confirmed(self) -> list[ConfirmTold]:
        return [each for each in self.story.confirm if (each.body, each.meeting) == (self.body.id, self.number)]

    def _finish_what_was_agreed(self, now: Any) -> None:
        """Two of three are done before the next meeting."""
        if self.number % 3 == 0:
            return
        for action in ActionPoint.objects.open().filter(partnership=self.teller.partnership, due__lt=self.day):
            actions.finish_action(action, now.today, "Klart.", by=now.by, now=now.now, today=now.today)

    def _next(self, texts: tuple[str, ...], place: int) -> str:
        return texts[(self.number + place) % len(texts)]


def _unit_of(teller: Teller, participant: str | None) -> str:
    """The party that a unit belongs to; a participant of its own is called and does not approve."""
    known = teller.dossier.agreement.participant
    return (known[participant].belongs_to or "") if participant in known else ""


def _bound(act: Callable[[str], None], key: str) -> Callable[[], None]:
    return lambda: act(key)


def _shown(item: AgendaItem) -> bool:
    """A follow-up is done at the meeting itself; other duties have papers of their own."""
    return item.obligation is not None and item.obligation.evidence == "minutes" and item.obligation.kind != "meeting"
