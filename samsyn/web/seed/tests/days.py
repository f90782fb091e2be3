"""What the stories of every day must have come to on the demo day, by their own tables."""

from __future__ import annotations

from collections import Counter

from samsyn.web.contributions.models import Contribution
from samsyn.web.history.models import Act
from samsyn.web.incidents.models import Incident, Told
from samsyn.web.occasions.models import DifferentPeople, Heads, Occasion, Series
from samsyn.web.roster.models import Cause, Fulfilled, UndertakingText, Worker
from samsyn.web.seed import DEMO_DAY
from samsyn.web.shifts.models import Shift
from samsyn.web.surveys.models import Answer, FreeText, Raised, Round, Sheet
from samsyn.web.tallies import models as tallies

DAYS = (
    tallies.Device, tallies.Event, tallies.Closure, tallies.HeldDay, Worker, Fulfilled, Cause, UndertakingText,
    Series, Occasion, Heads, DifferentPeople, Shift, Incident, Told, Round, Sheet, Answer, FreeText, Contribution,
)  # fmt: skip
"""Every table that what is done every day is written in, and that says whose it is."""


def what_is_done_every_day() -> None:
    _visits_are_counted_and_the_demo_day_is_left_for_a_visitor()
    _who_works_has_shown_most_of_it_and_not_all()
    _occasions_are_held_counted_and_staffed()
    _people_were_asked_and_answered_and_nobody_is_in_it()
    _what_has_happened_was_told_where_the_agreement_says_so()
    _some_of_what_is_put_in_is_put_forward()


def _visits_are_counted_and_the_demo_day_is_left_for_a_visitor() -> None:
    days = Counter(tallies.Event.objects.values_list("day", flat=True))
    assert max(days) < DEMO_DAY
    assert set(tallies.Event.objects.values_list("source", flat=True)) == {"pad", "paper"}
    assert not tallies.Event.objects.exclude(state="counted").exists()


def _who_works_has_shown_most_of_it_and_not_all() -> None:
    assert set(Worker.objects.values_list("kind", flat=True)) == {"employee", "outreach", "volunteer"}
    assert set(Fulfilled.objects.values_list("kind", flat=True)) == {"check", "undertaking", "demand"}
    assert Worker.objects.filter(fulfilled=None, causes__isnull=False).exists(), "somebody has yet to show an extract"
    volunteers = Worker.objects.filter(kind="volunteer", person__isnull=False)
    assert all(each.person and each.person.is_demo for each in volunteers)


def _what_has_happened_was_told_where_the_agreement_says_so() -> None:
    assert set(Incident.objects.values_list("state", flat=True)) == {"open", "followed_up", "closed"}
    assert set(Told.objects.values_list("to_kind", flat=True)) == {"party", "body"}
    concerns = Incident.objects.filter(kind="child_concern")
    assert concerns.filter(identity_known=False).exists()
    assert not concerns.exclude(says="", measures="", closed_with="").exists()


def _some_of_what_is_put_in_is_put_forward() -> None:
    assert Contribution.objects.filter(shared_at__isnull=False).exists()
    assert Contribution.objects.exclude(value_ore=None).exclude(valued_how="").exists()
    assert Contribution.objects.filter(source="shifts", quantity__gt=0).exists(), "summed from what was reported"
    assert len(set(Contribution.objects.values_list("unit", flat=True))) > 2


def _occasions_are_held_counted_and_staffed() -> None:
    assert set(Occasion.objects.values_list("state", flat=True)) == {"planned", "held", "cancelled"}
    held = Occasion.objects.filter(state="held")
    assert set(held.values_list("counts", flat=True)) == {"attendance", "participants", "reached", "staff"}
    assert Heads.objects.exclude(sex="").exclude(age_band="").exists()
    assert Occasion.objects.filter(state="planned", day__lt=DEMO_DAY).exists(), "one that nobody has written in"
    assert Occasion.objects.filter(state="planned", day__gt=DEMO_DAY, discreet=True).exists()
    assert Shift.objects.filter(state="free", starts_at__date__gt=DEMO_DAY).exists(), "one for a volunteer to take"
    assert Shift.objects.filter(reported_as="volunteer", hours__gt=0).exists()


def _people_were_asked_and_answered_and_nobody_is_in_it() -> None:
    assert Round.objects.filter(last_day__lt=DEMO_DAY).exists()
    assert Round.objects.filter(last_day__gt=DEMO_DAY, audiences=["child"]).exists()
    assert 60 < Sheet.objects.count() < 250
    assert set(Sheet.objects.values_list("how", flat=True)) == {"kiosk", "paper"}
    assert set(FreeText.objects.values_list("state", flat=True)) >= {"shown", "held"}
    assert not Act.objects.filter(name__startswith="survey.answer").exists()
    assert Raised.objects.exists(), "what was asked for stands on an agenda"
