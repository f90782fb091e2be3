"""The theory as each party reads it; figures from outside stand apart, and are taken back with a reason."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from samsyn.rules.timeline import terms_on
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history.models import Act
from samsyn.web.obligations.tests.laying import ROOT, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.theory import actions
from samsyn.web.theory.models import OutsideFigure
from samsyn.web.theory.queries import comparisons

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SHELTER = ROOT / "agreements" / "helsingborg-hemlosas-hus"
TYPED = {
    "name": "Kvinnor bland besökarna",
    "value": "31 av 131",
    "unit": "personer",
    "as_of": "2025",
    "definition": "Olika personer en vecka i april",
    "method": "Räknade för hand",
    "source": "Ett annat hus",
    "indicator": "besok",
}


@pytest.fixture
def laid(cast: Cast, settings: Any) -> Laid:
    settings.SAMSYN_TODAY = TODAY
    return lay(SHELTER, with_={"socialnamnden": cast.municipality, "skane-stadsmission": cast.association})


def home(laid: Laid, who: Organisation) -> str:
    return f"/as/{who.slug}/partnerships/{laid.partnership.slug}/theory/"


def page(cast: Cast, laid: Laid, who: Organisation) -> str:
    answer = cast.client(who, Role.HEAD).get(home(laid, who))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def entered(cast: Cast, laid: Laid, who: Organisation) -> OutsideFigure:
    answer = cast.client(who, Role.HEAD).post(f"{home(laid, who)}outside/add/", TYPED)
    assert answer.status_code == 302, answer.content.decode()
    with acting_as_job(Job.SEED):
        return OutsideFigure.objects.get(organisation=who)


def test_each_node_stands_in_its_stage_with_its_clause_and_what_else_it_could_be(cast: Cast, laid: Laid) -> None:
    shown = page(cast, laid, cast.association)
    stages = [shown.index(f'<h3 id="{stage}">') for stage in ("resource", "activity", "output", "outcome", "effect")]
    assert stages == sorted(stages)
    node = shown.split("Fler tar emot stöd tidigt och får mer egenmakt</strong>")[1].split("</li></ol>")[0]
    assert "§ 1.3 st. 4" in node
    assert "Stödet har betytt mycket" in node.split("Mäts med")[1]
    assert "Andra insatser i staden" in node.split("Det kan också bero på")[1]
    assert "Är det så här parterna tänker att förändring sker?" in shown
    assert shown.count("chart theory theory-") == 2


def test_the_same_figure_sent_twice_is_one_and_every_party_reads_it_with_its_source(cast: Cast, laid: Laid) -> None:
    first = entered(cast, laid, cast.association)
    assert entered(cast, laid, cast.association).pk == first.pk
    theirs = page(cast, laid, cast.municipality)
    assert "31 av 131 (24 %)" in theirs
    assert "Ett annat hus" in theirs
    assert f"outside/{first.pk}/withdraw/" not in theirs
    assert f"outside/{first.pk}/withdraw/" in page(cast, laid, cast.association)


def test_what_cannot_be_read_is_said_and_nothing_typed_is_lost(cast: Cast, laid: Laid) -> None:
    wrong = TYPED | {"value": "många", "source": ""}
    answer = cast.client(cast.association, Role.HEAD).post(f"{home(laid, cast.association)}outside/add/", wrong)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "«många» går inte att läsa som ett tal" in shown
    assert "Räknade för hand" in shown


def test_a_figure_taken_back_is_shown_with_its_reason_and_compared_with_no_more(cast: Cast, laid: Laid) -> None:
    figure = entered(cast, laid, cast.association)
    with cast.as_(cast.municipality, Role.HEAD, today=TODAY) as other, pytest.raises(PermissionDenied):
        actions.withdraw_outside(figure, "Fel.", by=other, now=NOW)
    with cast.as_(cast.association, Role.HEAD, today=TODAY) as own:
        with pytest.raises(ValidationError):
            actions.withdraw_outside(figure, " ", by=own, now=NOW)
        actions.withdraw_outside(figure, "Fel år.", by=own, now=NOW)
        actions.withdraw_outside(figure, "En gång till.", by=own, now=NOW)
        terms = terms_on(dossier_of(laid.partnership), TODAY, TODAY)
        assert comparisons(own, laid.partnership, terms, ["besok"]) == []
        assert "717" in [each.says for each in comparisons(own, laid.partnership, terms)]
    assert "Fel år." in page(cast, laid, cast.municipality)
    with acting_as_job(Job.SEED):
        told = Act.objects.filter(partnership=laid.partnership, name__startswith="theory.").order_by("id")
        assert [each.name for each in told] == ["theory.enter", "theory.withdraw"]


def test_half_a_share_is_no_value_in_the_database_either(cast: Cast, laid: Laid) -> None:
    figure = entered(cast, laid, cast.association)
    for wrong in ({"whole": None}, {"part": 132}, {"kind": "whole"}, {"number": 1}):
        with acting_as_job(Job.SEED), pytest.raises(IntegrityError), transaction.atomic():
            OutsideFigure.objects.filter(pk=figure.pk).update(**wrong)
