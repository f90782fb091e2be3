"""What can be done with an occasion, once, and what is refused with its reason."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.occasions import actions, staffing
from samsyn.web.occasions.actions import Plan
from samsyn.web.occasions.models import Count, Heads, Occasion
from samsyn.web.occasions.queries import activities_of, figures
from samsyn.web.occasions.tests.conftest import NOW, House
from samsyn.web.organisations.roles import Role
from samsyn.web.roster.actions import Given, take_on

YESTERDAY = TODAY - timedelta(days=1)
SAID: dict[str, Any] = {"now": NOW, "today": TODAY}


def refusal(act: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        act()
    return " ".join(refused.value.messages)


def acts(name: str) -> int:
    with acting_as_job(Job.SEED):
        return Act.objects.filter(name=name).count()


def test_an_occasion_is_planned_once(house: House) -> None:
    house.plan()
    assert "finns redan" in refusal(house.plan)
    assert len(house.all()) == 1 == acts("occasion.plan")


def test_a_cancelled_one_makes_room_for_another(house: House) -> None:
    first = house.plan()
    house.do(lambda by: actions.cancel(first, "Sjukdom", by=by, now=NOW))
    house.plan()
    assert sorted(each.state for each in house.all()) == ["cancelled", "planned"]


def test_only_who_does_the_daily_work_plans_and_holds(house: House) -> None:
    for role in (Role.AUDITOR, Role.CONTROLLER):
        with pytest.raises(PermissionDenied):
            house.do(
                lambda by: actions.plan(house.partnership, "kafe", Plan(TODAY, time(9), time(10)), by=by, **SAID), role
            )


def test_what_the_party_does_not_hold_is_not_planned(house: House) -> None:
    assert "ingen sådan aktivitet" in refusal(lambda: house.plan("kafe", whose=house.cast.municipality))
    assert house.plan("seminarium", whose=house.cast.municipality).organisation_id == house.cast.municipality.pk


def test_an_evening_past_midnight_belongs_to_its_day(house: House) -> None:
    made = house.plan("kvallar", starts=time(20), ends=time(1))
    assert (made.finishes - made.begins) == timedelta(hours=5)
    assert made.day == TODAY


def test_a_time_that_no_clock_shows_is_refused(house: House) -> None:
    assert "finns inte" in refusal(lambda: house.plan(day=date(2026, 3, 28), starts=time(23), ends=time(2, 30)))


def test_a_series_is_rows_from_the_start_and_planned_once(house: House) -> None:
    made = uuid4()
    series = house.series(made=made, skip=(TODAY + timedelta(days=(1 - TODAY.weekday()) % 7),))
    assert house.series(made=made).pk == series.pk
    found = house.all()
    assert len(found) == 3
    assert {each.day.isoweekday() for each in found} == {2}
    assert {each.discreet for each in found} == {True}


def test_a_series_without_a_day_is_refused(house: House) -> None:
    assert "Ingen av veckodagarna" in refusal(
        lambda: house.series(first=TODAY, last=TODAY, weekdays=(TODAY.isoweekday() % 7 + 1,))
    )
    assert "högst ett år" in refusal(lambda: house.series(last=TODAY + timedelta(days=400)))


def test_held_needs_heads_or_a_word_that_nobody_came(house: House) -> None:
    planned = house.plan()
    assert "hur många" in refusal(lambda: house.hold(planned))
    assert "Antingen" in refusal(lambda: house.hold(planned, 3, nobody=True))
    house.hold(planned, nobody=True)
    with acting_as_job(Job.SEED):
        assert Count.objects.get().nobody
        assert not Heads.objects.exists()
    assert house.again(planned).state == "held"


def test_held_twice_with_the_same_heads_is_held_once(house: House) -> None:
    planned = house.plan()
    house.hold(planned, 12)
    house.hold(planned, 12)
    assert acts("occasion.hold") == 1
    assert "redan inskrivet" in refusal(lambda: house.hold(planned, 13))


def test_what_has_not_been_is_not_held(house: House) -> None:
    planned = house.plan(day=TODAY + timedelta(days=1))
    assert "inte varit" in refusal(lambda: house.hold(planned, 1))


def test_only_what_is_asked_is_counted(house: House) -> None:
    evening = house.plan("kvallar")
    assert "åldersgrupp" in refusal(lambda: house.hold(evening, {("woman", "40-50"): 1}))
    lecture = house.plan("forelasning")
    assert "Kön" in refusal(lambda: house.hold(lecture, {("woman", ""): 1}))
    house.hold(evening, {("woman", "6-9"): 4, ("man", "10-12"): 3, ("not_stated", ""): 2, ("other", "6-9"): 0})
    found = {each.activity: each for each in house.do(lambda by: figures(by, house.partnership, TODAY, TODAY))}
    assert (found["kvallar"].total, found["forelasning"].total) == (9, 0)
    assert found["kvallar"].by_sex() == {"woman": 4, "man": 3, "not_stated": 2}
    assert found["kvallar"].by_age() == {"6-9": 4, "10-12": 3, "": 2}


def test_a_correction_stands_beside_what_was_counted_first(house: House) -> None:
    held = house.held("forelasning", YESTERDAY, 30)
    assert "varför" in refusal(lambda: house.do(lambda by: actions.correct(held, {("", ""): 31}, " ", by=by, now=NOW)))
    house.do(lambda by: actions.correct(held, {("", ""): 31}, "Räknade om", by=by, now=NOW))
    house.do(lambda by: actions.correct(held, {("", ""): 31}, "Räknade om", by=by, now=NOW))
    with acting_as_job(Job.SEED):
        assert [(each.number, each.reason, bool(each.replaced_at)) for each in Count.objects.all()] == [
            (1, "", True),
            (2, "Räknade om", False),
        ]
        act = Act.objects.get(name="occasion.correct")
    assert (act.refers_to["before"], act.refers_to["count"]) == (30, 31)
    assert house.do(lambda by: figures(by, house.partnership, YESTERDAY, TODAY))[0].total == 31


def test_what_was_not_held_is_planned_again_and_counts_nothing(house: House) -> None:
    held = house.held("forelasning", YESTERDAY, 30)
    assert "inskrivet som hållet" in refusal(lambda: house.do(lambda by: actions.cancel(held, "Fel", by=by, now=NOW)))
    house.do(lambda by: actions.take_back(held, "Fel dag", by=by, now=NOW))
    (found,) = house.do(lambda by: figures(by, house.partnership, YESTERDAY, TODAY))
    assert (found.planned, found.held, found.total) == (1, 0, 0)
    house.hold(held, 7)
    assert house.do(lambda by: figures(by, house.partnership, YESTERDAY, TODAY))[0].total == 7


def test_cancelled_says_why_and_is_cancelled_once(house: House) -> None:
    planned = house.plan()
    assert "varför" in refusal(lambda: house.do(lambda by: actions.cancel(planned, "  ", by=by, now=NOW)))
    for _ in range(2):
        house.do(lambda by: actions.cancel(planned, "Sjukdom", by=by, now=NOW))
    assert acts("occasion.cancel") == 1
    assert "inställt" in refusal(lambda: house.hold(planned, 1))


def test_the_rest_of_a_series_is_cancelled_and_what_is_held_stays(house: House) -> None:
    series = house.series()
    days = [each.day for each in house.all()]
    for expected in (2, 0):
        n = house.do(lambda by: actions.cancel_rest(series, days[2], "Sommar", by=by, now=NOW))
        assert n == expected
    assert [each.state for each in house.all()] == ["planned", "planned", "cancelled", "cancelled"]


def test_a_moved_one_counts_up_what_a_calendar_sees(house: House) -> None:
    planned = house.plan()
    wanted = Plan(TODAY, time(19), time(21), "Stora salen")
    for _ in range(2):
        house.do(lambda by: actions.move(planned, wanted, by=by, **SAID))
    assert (house.again(planned).revision, house.again(planned).place) == (1, "Stora salen")


def test_figures_are_four_and_never_added(house: House) -> None:
    house.held("forelasning", YESTERDAY, 30)
    house.held("grupp", YESTERDAY, 5)
    house.held("grupp", TODAY, 6)
    house.held("seminarium", TODAY, 9)
    found = house.do(lambda by: figures(by, house.partnership, YESTERDAY, TODAY))
    assert [(each.activity, each.figure, each.total) for each in found] == [
        ("forelasning", "reached", 30),
        ("grupp", "participants", 11),
        ("seminarium", "staff", 9),
    ]


def test_different_people_are_another_figure_by_the_leaders_word(house: House) -> None:
    house.held("grupp", YESTERDAY, 5)
    house.held("grupp", TODAY, 6)
    days = DateRange.through(YESTERDAY, TODAY)

    def say(n: int, reason: str = "") -> Any:
        return house.do(lambda by: actions.say_different(house.partnership, "grupp", days, n, reason, by=by, **SAID))

    say(7)
    say(7)
    assert "står redan 7" in refusal(lambda: say(8))
    say(8, "En till kom på")
    (found,) = house.do(lambda by: figures(by, house.partnership, YESTERDAY, TODAY))
    assert (found.total, found.different) == (11, ((YESTERDAY, TODAY, 8),))
    (half,) = house.do(lambda by: figures(by, house.partnership, TODAY, TODAY))
    assert half.different == ()


def test_too_few_who_work_is_refused_with_the_clause(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = house.plan("kafe")
    for working, found in ((1, "3.2"), (2, "")):
        said = staffing.Staffing(working)
        monkeypatch.setattr(staffing, "_KNOWN", [lambda viewer, rows, said=said: {each.pk: said for each in rows}])
        if found:
            assert found in refusal(lambda: house.hold(planned, 4))
        else:
            assert house.hold(planned, 4).state == "held"


def test_who_lacks_what_children_demand_is_not_made_responsible(house: House) -> None:
    given = Given("Ada", "Ledare", TODAY)
    ada = house.do(lambda by: take_on(house.partnership, "employee", given, TODAY, by=by, now=NOW))
    said = refusal(lambda: house.plan("kvallar", responsible=ada))
    assert "Ada" in said
    assert "5" in said
    assert house.plan("forelasning", responsible=ada).responsible_id == ada.pk


def test_a_decision_in_approved_minutes_adds_an_activity(house: House) -> None:
    def add(decision: Any, name: str = "Språkkafé") -> Any:
        return house.do(
            lambda by: actions.add_activity(house.partnership, name, "open", "attendance", decision, by=by, now=NOW)
        )

    assert "godkänt protokoll" in refusal(lambda: add(house.decision(approved=False)))
    assert "godkänt protokoll" in refusal(lambda: add(house.decision(where=house.cast.other_partnership)))
    decision = house.decision()
    made = add(decision)
    assert add(decision).pk == made.pk
    names = house.do(lambda by: [each.name for each in activities_of(by, house.partnership, house.dossier, TODAY)])
    assert names[-1] == "Språkkafé"
    held = house.held(made.key, TODAY, {("woman", ""): 3})
    assert held.counts == "attendance"
    house.plan(made.key, TODAY + timedelta(days=3))
    end = lambda by: actions.end_activity(made, TODAY, by=by, now=NOW)  # noqa: E731
    assert "Ställ in dem först" in refusal(lambda: house.do(end))


def test_only_what_several_hold_is_opened_and_never_what_is_discreet(house: House) -> None:
    seminar, lecture = house.plan("seminarium"), house.plan("forelasning")
    house.do(lambda by: actions.share(seminar, by=by, now=NOW))
    assert house.again(seminar).shared
    assert "flera parter" in refusal(lambda: house.do(lambda by: actions.share(lecture, by=by, now=NOW)))
    with pytest.raises(PermissionDenied):
        house.do(lambda by: actions.unshare(seminar, by=by, now=NOW), Role.STAFF)


def test_another_party_reaches_nothing_but_what_is_opened(house: House) -> None:
    seminar, lecture = house.held("seminarium", TODAY, 9), house.held("forelasning", TODAY, 30)
    house.do(lambda by: actions.share(seminar, by=by, now=NOW))
    with house.cast.as_(house.cast.municipality, Role.HEAD) as they:
        assert list(Occasion.objects.values_list("pk", flat=True)) == [seminar.pk], "in raw SQL too"
        assert not Heads.objects.exists()
        assert not Count.objects.exists()
        assert not Occasion.objects.visible_to(they).exists()
        assert [each.pk for each in Occasion.objects.shared_with(they)] == [seminar.pk]
    assert lecture.pk != seminar.pk


def test_two_who_hold_at_once_are_counted_once(committed: House) -> None:
    planned = committed.plan()

    def hold(n: int) -> Any:
        try:
            return committed.hold(planned, n)
        except ValidationError as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(hold, (10, 11)))
    assert sum(isinstance(each, ValidationError) for each in answers) == 1
    with acting_as_job(Job.SEED):
        assert Count.objects.count() == 1
