"""Two people write about the same thing in the same instant: it is written once, and nothing breaks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents import actions as documents
from samsyn.web.documents.models import Content, Document
from samsyn.web.history.models import Act
from samsyn.web.obligations import actions
from samsyn.web.obligations.models import Evidence, Objection, Obligation
from samsyn.web.obligations.tests.laying import YOUTH, Laid, lay
from samsyn.web.obligations.tests.test_evidence import NOW, TODAY
from samsyn.web.organisations.roles import Role
from tests.boundaries.test_at_once import at_once, meeting_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def table(transactional_db: None) -> Cast:
    return lay_the_table()


@pytest.fixture
def laid(table: Cast) -> Laid:
    parties = {"socialnamnden": table.municipality, "skol-och-fritidsnamnden": table.other_board}
    return lay(YOUTH, with_={**parties, "ov-helsingborg": table.association})


def payment_of(laid: Laid) -> Obligation:
    with acting_as_job(Job.SEED):
        found = Obligation.objects.select_related("partnership").filter(partnership=laid.partnership, kind="payment")
        return found.order_by("due")[0]


def test_the_same_evidence_given_by_two_at_once_is_one(table: Cast, laid: Laid) -> None:
    payment = payment_of(laid)

    def give(viewer: Viewer) -> Evidence:
        said: dict[str, Any] = {"kind": "payment", "done_on": date(2026, 3, 30), "says": "Betalt"}
        return actions.give_evidence(payment, **said, by=viewer, now=NOW, today=TODAY)

    results = at_once(table, table.municipality, Role.CONTROLLER, give, give, give)
    assert {each.pk for each in results} == {results[0].pk}
    with acting_as_job(Job.SEED):
        assert Evidence.objects.count() == 1
        assert Act.objects.filter(name="evidence.give").count() == 1
        assert Obligation.objects.get(pk=payment.pk).met_on == date(2026, 3, 30)


def test_evidence_taken_back_while_more_is_given_leaves_how_it_really_stands(table: Cast, laid: Laid) -> None:
    payment = payment_of(laid)

    def give(day: int, viewer: Viewer) -> Evidence:
        return actions.give_evidence(
            payment, kind="payment", done_on=date(2026, 3, day), by=viewer, now=NOW, today=TODAY
        )

    with table.as_(table.municipality, Role.CONTROLLER) as viewer:
        early = give(1, viewer)
    at_once(
        table,
        table.municipality,
        Role.CONTROLLER,
        lambda viewer: actions.take_back_evidence(early, "Fel", by=viewer, now=NOW, today=TODAY),
        lambda viewer: give(20, viewer),
    )
    with acting_as_job(Job.SEED):
        assert Obligation.objects.get(pk=payment.pk).met_on == date(2026, 3, 20)


def test_a_party_that_objects_twice_at_once_has_one_objection(table: Cast, laid: Laid) -> None:
    payment = payment_of(laid)
    results = at_once(
        table,
        table.association,
        Role.HEAD,
        lambda viewer: actions.object_to(payment, "Inte framme", by=viewer, now=NOW, today=TODAY),
        lambda viewer: actions.object_to(payment, "Fel summa", by=viewer, now=NOW, today=TODAY),
    )
    assert sum(isinstance(each, Exception) for each in results) == 1
    with acting_as_job(Job.SEED):
        assert Objection.objects.count() == 1


def test_papers_handed_over_at_once_get_numbers_of_their_own_and_the_same_bytes_stand_once(
    table: Cast, laid: Laid
) -> None:
    said: dict[str, Any] = {"title": "a", "public_title": "a", "direction": "drawn_up", "dated": TODAY}

    def lay_in(viewer: Viewer) -> Document:
        added = documents.add_document(laid.partnership, "a.txt", b"Hej", **said, by=viewer, now=NOW)
        return documents.hand_over(added, by=viewer, now=NOW)

    with meeting_in(Document, "clean_fields", 3):
        results = at_once(table, table.municipality, Role.HEAD, lay_in, lay_in, lay_in)
    assert sorted(each.number for each in results) == [1, 2, 3]
    with acting_as_job(Job.SEED):
        assert Content.objects.count() == 1
