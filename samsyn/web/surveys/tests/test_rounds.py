"""A round is opened with words that are all there, and takes no answer before its first day or after its last."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.surveys.models import Round
from samsyn.web.surveys.tests.asking import LAST, TODAY, House


def test_a_draft_is_not_asked(asking: House) -> None:
    with pytest.raises(ValidationError, match="Fastställ"):
        asking.open(asking.draft())


@pytest.mark.parametrize("language", ["ar", "rom"])
def test_a_language_without_all_its_words_waits_for_a_translator(asking: House, language: str) -> None:
    with pytest.raises(ValidationError, match="översättare"):
        asking.open(languages=("sv", language))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"first_day": TODAY - timedelta(days=1)}, "i dag"),
        ({"last_day": TODAY - timedelta(days=1)}, "samma dag"),
        ({"last_day": TODAY + timedelta(days=400)}, "ett år"),
        ({"about": "nagot-annat"}, "ni håller i"),
        ({"audiences": ()}, "vilka"),
        ({"languages": ()}, "språk"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(asking: House, said: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        asking.open(**said)


def test_it_asks_of_oneself_what_the_agreement_asks(asking: House) -> None:
    of = asking.open()
    assert set(of.asks) == set(asking.survey.splits)
    assert of.age_bands
    assert of.smallest_group == asking.survey.smallest_group


def test_it_closes_itself_after_its_last_day(asking: House) -> None:
    of = asking.open()
    assert of.is_open(LAST)
    assert not of.has_ended(LAST)
    assert of.has_ended(LAST + timedelta(days=1))


def test_closed_twice_it_is_closed_once_and_never_opened_again(asking: House) -> None:
    of = asking.close(asking.open())
    assert asking.close(of).closed_at == of.closed_at
    with acting_as_job(Job.SEED), pytest.raises(DatabaseError), transaction.atomic():
        Round.objects.filter(pk=of.pk).update(closed_at=None)


def test_its_days_stand(asking: House) -> None:
    of = asking.open()
    with acting_as_job(Job.SEED), pytest.raises(DatabaseError), transaction.atomic():
        Round.objects.filter(pk=of.pk).update(last_day=TODAY + timedelta(days=50))
