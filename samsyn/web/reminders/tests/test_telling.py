"""What has happened is told once to each, in the same words, also to people in other organisations."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import Permission, Role
from samsyn.web.partnerships.models import Appointment
from samsyn.web.reminders.actions import tell
from samsyn.web.reminders.models import Letter, Wish
from samsyn.web.reminders.queries import Receiver, receivers_in, receivers_seated

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def real(cast: Cast, *whom: Person) -> None:
    """People who can be reached by letter."""
    with acting_as_job(Job.SEED):
        Person.objects.filter(pk__in=[each.pk for each in whom]).update(is_demo=False)


def wishes(person: Person, organisation_id: UUID, how: str) -> None:
    with acting_as_job(Job.SEED):
        Wish.objects.create(person=person, organisation_id=organisation_id, how=how, chosen_at=NOW)


def letters() -> list[Letter]:
    with acting_as_job(Job.SEED):
        return list(Letter.objects.order_by("pk"))


def heads(cast: Cast) -> tuple[Person, Person]:
    found = cast.person(cast.municipality, Role.HEAD), cast.person(cast.association, Role.HEAD)
    real(cast, *found)
    return found


def told(cast: Cast, *, kind: str = "news", about: str = "change/1", by: Role = Role.CONTROLLER) -> int:
    with cast.as_(cast.municipality, by) as viewer:
        everyone = [cast.municipality.pk, cast.association.pk]
        return tell(
            receivers_in(everyone, Permission.FULFIL, TODAY),
            kind=kind,
            about=about,
            partnership=cast.partnership,
            says="Socialnämnden har föreslagit en ändring (punkt 9).",
            path="partnerships/partnerskapet/changes/",
            by=viewer,
            now=NOW,
        )


def test_both_sides_get_the_same_words_and_each_its_own_address(cast: Cast) -> None:
    heads(cast)
    assert told(cast) == 2
    ours, theirs = sorted(letters(), key=lambda each: each.body)
    assert ours.body.replace("/as/foreningen/", "/as/kommunen/") == theirs.body
    assert "/as/foreningen/partnerships/partnerskapet/changes/" in ours.body
    assert "Samma brev går till båda sidor: Föreningen och Socialnämnden." in ours.body


def test_told_again_nothing_is_written(cast: Cast) -> None:
    heads(cast)
    assert [told(cast), told(cast), told(cast, about="change/2")] == [2, 0, 2]


def test_who_did_it_is_not_told_that_it_is_done_but_is_called_to_the_meeting(cast: Cast) -> None:
    heads(cast)
    assert told(cast, by=Role.HEAD) == 1
    assert told(cast, by=Role.HEAD, kind="call") == 2


@pytest.mark.parametrize(
    ("how", "kind", "waits", "only_here"),
    [
        ("single", "news", False, False),
        ("daily", "news", True, False),
        ("weekly", "reminder", True, False),
        ("weekly", "call", False, False),
        ("none", "news", False, True),
        ("none", "call", False, True),
    ],
)
def test_each_is_told_as_they_have_chosen(cast: Cast, how: str, kind: str, waits: bool, only_here: bool) -> None:
    ours, _theirs = heads(cast)
    wishes(ours, cast.municipality.pk, how)
    told(cast, kind=kind)
    (mine,) = [each for each in letters() if each.person_id == ours.pk]
    assert (mine.waits, mine.only_here) == (waits, only_here)


def test_invented_people_are_told_in_samsyn_only(cast: Cast) -> None:
    ours, theirs = heads(cast)
    with acting_as_job(Job.SEED):
        Person.objects.filter(pk=ours.pk).update(is_demo=True)
        Person.objects.filter(pk=theirs.pk).update(email="namn@foreningen.invalid")
    told(cast)
    assert [each.only_here for each in letters()] == [True, True]


def test_a_letter_leads_nowhere_but_into_samsyn(cast: Cast) -> None:
    person, _ = heads(cast)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        for path in ("//annan.example/", "../../accounts/", "https://annan.example/", "x y/"):
            with pytest.raises(ValueError, match="no page under"):
                tell(
                    [Receiver(person.pk, cast.municipality.pk)],
                    kind="news",
                    about="x",
                    partnership=None,
                    says="Något.",
                    path=path,
                    by=viewer,
                    now=NOW,
                )


def test_a_path_as_one_organisation_sees_it_is_given_to_each_as_theirs(cast: Cast) -> None:
    _, theirs = heads(cast)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        tell(
            [Receiver(theirs.pk, cast.association.pk)],
            kind="news",
            about="x",
            partnership=None,
            says="Något.",
            path="/as/kommunen/partnerships/",
            by=viewer,
            now=NOW,
        )
    assert "\n/as/foreningen/partnerships/\n" in letters()[0].body


def test_who_is_asked_in_a_letter_of_their_own_reads_who_else_is(cast: Cast) -> None:
    """Each invitation is for one person, and yet both sides are told that the other was asked."""
    ours, _ = heads(cast)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        tell(
            [Receiver(ours.pk, cast.municipality.pk)],
            kind="call",
            about="x",
            partnership=cast.partnership,
            says="Ni är kallade.",
            path="partnerships/",
            also_to=[cast.association.pk, cast.municipality.pk],
            by=viewer,
            now=NOW,
        )
    assert "båda sidor: Föreningen och Socialnämnden" in letters()[0].body


def test_those_who_sit_in_the_body_are_found_while_they_sit_and_belong(cast: Cast) -> None:
    seated = cast.person(cast.association, Role.STEERING)
    with acting_as_job(Job.SEED):
        Appointment.objects.create(
            person=seated,
            partnership=cast.partnership,
            organisation=cast.association,
            body="styrgrupp",
            function="Ledamot",
            since=TODAY,
        )
    with cast.as_(cast.municipality, Role.HEAD):
        assert receivers_seated(cast.partnership, "styrgrupp", TODAY) == [Receiver(seated.pk, cast.association.pk)]
        assert receivers_seated(cast.partnership, "annan", TODAY) == []
    with acting_as_job(Job.SEED):
        Membership.objects.filter(person=seated).update(until=TODAY)
    with cast.as_(cast.municipality, Role.HEAD):
        assert receivers_seated(cast.partnership, "styrgrupp", TODAY) == []
