"""Who may see what of the roster: the own organisation, and each her own. Of an extract there is nothing to see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify
from samsyn.web.roster.models import Worker

AFTER_THE_LAST_DAY = timedelta(days=2 * 365)
"""READING of GDPR art. 5.1 e: two years let the follow-up of a year be answered for; then nobody needs the names."""

_PURPOSE = _("Att den som arbetar i partnerskapet har visat och skrivit under vad överenskommelsen och lagen kräver.")
_SUBJECTS = _("anställda, uppsökare och volontärer")
_RULE = _(
    "Gallras två år efter sista dagen i bemanningen. Av ett registerutdrag finns bara att det har visats upp (lagen "
    "2013:852, 5 §). En kopia som lagen 2007:171 kräver finns hos organisationen och aldrig i Samsyn."
)
_SOURCE = "GDPR art. 5.1 e; 2013:852 5 §"


def workers_to_forget(now: datetime) -> QuerySet[Worker]:
    """Whose last day is more than two years past."""
    return Worker.objects.filter(days__upper_inf=False, days__endswith__lte=(now - AFTER_THE_LAST_DAY).date())


def _with_the_worker(model: str) -> Callable[[datetime], QuerySet[Any]]:
    def due(now: datetime) -> QuerySet[Any]:
        rows: QuerySet[Any] = apps.get_model("roster", model)._default_manager.all()
        return rows.filter(worker__in=workers_to_forget(now))

    return due


def _classify(model: str, retention: Retention, own: str, personal: str) -> None:
    classify(
        f"roster.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.OWNER,
        retention=retention,
        fields={Audience.ORGANISATION: own},
        personal=personal,
        subjects=_SUBJECTS,
        owner="organisation_id",
    )


_classify(
    "Worker",
    Retention(_RULE, _SOURCE, due=workers_to_forget, forgotten=True),
    "id partnership organisation person known_as kind function post share began_on days made_at made_by",
    "person known_as kind function share began_on days made_by",
)
_classify(
    "Fulfilled",
    Retention(_RULE, _SOURCE, due=_with_the_worker("Fulfilled")),
    (
        "id partnership organisation worker kind requirement on role noted_by version how copy_kept taken_back_at "
        "taken_back_by taken_back_because"
    ),
    "worker on role noted_by how taken_back_by",
)
_classify(
    "Cause",
    Retention(_RULE, _SOURCE, due=_with_the_worker("Cause")),
    "id partnership organisation worker requirement on tried_as tried_by dropped_at",
    "worker on tried_by",
)
_classify(
    "UndertakingText",
    Retention(_("Sparas så länge någon som har skrivit under finns kvar."), "dokumenthanteringsplan"),
    "id partnership organisation requirement number title text sha256 since made_at made_by",
    "made_by",
)
