"""Who may see what of placements, and how long it is kept: the shortest time that serves the follow-up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.placements.models import Participant, Placement, Referral
from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

AFTER_A_PLACEMENT = timedelta(days=2 * 365)
AFTER_A_REFERRAL = timedelta(days=183)
"""READING of GDPR art. 5.1 e: two years let a year be followed up and compared; else only what a reply takes."""

_PURPOSE = _("Att ge deltagare en plats för arbetsträning och följa planeringen tillsammans.")
_SUBJECTS = _("deltagare i arbetsträning")
_FOR_INDIVIDUALS = Audience.GRANTED


def participants_to_forget(now: datetime) -> QuerySet[Participant]:
    """Whose last placement is over since two years, or whose last referral led nowhere half a year ago."""
    two_years, half_a_year = now - AFTER_A_PLACEMENT, now - AFTER_A_REFERRAL
    return Participant.objects.filter(
        ~Exists(_lately_placed(two_years.date())),
        ~Exists(_lately_referred(half_a_year)),
        Q(Exists(_placed()), made_at__lt=two_years) | Q(~Exists(_placed()), made_at__lt=half_a_year),
    )


def _placed() -> QuerySet[Placement]:
    return Placement.objects.filter(participant=OuterRef("pk"))


def _lately_placed(day: date) -> QuerySet[Placement]:
    not_over = Q(ended_on=None, fell_through_on=None)
    return _placed().filter(not_over | Q(ended_on__gte=day) | Q(fell_through_on__gte=day))


def _lately_referred(instant: datetime) -> QuerySet[Referral]:
    found = Referral.objects.filter(participant=OuterRef("pk"))
    return found.filter(Q(written_at__gte=instant) | Q(sent_at__gte=instant) | Q(ended_at__gte=instant))


def _with_its_participant(model: str, path: str) -> Callable[[datetime], QuerySet[Any]]:
    def due(now: datetime) -> QuerySet[Any]:
        rows: QuerySet[Any] = apps.get_model("placements", model)._default_manager.all()
        return rows.filter(**{f"{path}__in": participants_to_forget(now)})

    return due


_RULE = _(
    "Gallras två år efter att den sista placeringen har slutat; utan placering ett halvt år efter anvisningen. Det är "
    "vår tolkning: varje part prövar sin egen plan, och en part med längre plikt tar ut uppgifterna före dess."
)


def _classify(
    model: str, path: str, fields: dict[Audience, str], personal: str = "", owner: str = "organisation_id"
) -> None:
    due = _with_its_participant(model, path) if path else participants_to_forget
    classify(
        f"placements.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.OWNER,
        retention=Retention(_RULE, "GDPR art. 5.1 e", due=due),
        fields=fields,
        personal=personal,
        subjects=_SUBJECTS if personal else None,
        owner=owner,
    )


classify(
    "placements.TrainingPlace",
    purpose=_("Att aldrig ge fler platser än vad parterna har kommit överens om."),
    basis=_("Överenskommelsen"),
    controller=Controller.EACH_PARTY,
    retention=Retention(_("Bevaras så länge överenskommelsen bevaras."), "dokumenthanteringsplan"),
    fields={Audience.PARTIES: "id partnership organisation pool number since until"},
)
_classify(
    "Participant",
    "",
    {
        _FOR_INDIVIDUALS: "id partnership organisation known_as birth_year sex language open_to open_until made_at",
        Audience.ORGANISATION: "case_officer",
    },
    "case_officer known_as birth_year sex language",
)
_classify(
    "Consent",
    "participant",
    {
        _FOR_INDIVIDUALS: (
            "id partnership organisation participant recipient scope reservation given_on until recorded_at "
            "withdrawn_at"
        )
    },
    "participant scope reservation given_on until withdrawn_at",
)
_classify(
    "OwnPage",
    "participant",
    {
        Audience.ORGANISATION: "id partnership organisation participant made_at revoked_at",
        Audience.NOBODY: "secret_sha256",
    },
    "participant",
)
_classify(
    "Referral",
    "participant",
    {
        _FOR_INDIVIDUALS: (
            "id partnership organisation host participant pool state wishes wanted_from assessed_on written_at sent_at "
            "answered_at because waiting_since priority ended_at"
        ),
        Audience.ORGANISATION: "assessed_by",
    },
    "participant wishes assessed_by assessed_on because priority",
)
_classify(
    "Placement",
    "participant",
    {
        _FOR_INDIVIDUALS: (
            "id partnership organisation sender participant referral pool known_as sex track first_day longest_last "
            "planned_last ended_on fell_through_on made_at"
        )
    },
    "participant known_as sex track first_day planned_last ended_on",
)
_classify(
    "Occupancy",
    "participant",
    {_FOR_INDIVIDUALS: "id partnership organisation sender place placement participant first until"},
    "participant",
)
_classify(
    "Extension",
    "placement__participant",
    {_FOR_INDIVIDUALS: "id partnership organisation placement last consulted_on proposed_at in_force_on dropped_on"},
    "consulted_on",
)
_classify(
    "ExtensionApproval",
    "extension__placement__participant",
    {
        _FOR_INDIVIDUALS: "id partnership organisation extension on approved_at",
        Audience.ORGANISATION: "person",
    },
    "person",
)
_classify(
    "StepDone",
    "placement__participant",
    {
        _FOR_INDIVIDUALS: (
            "id partnership organisation placement step kind occurrence function done_on noted_at shared taken_back_at "
            "taken_back_because"
        )
    },
    "done_on",
)
_classify(
    "Attendance",
    "placement__participant",
    {_FOR_INDIVIDUALS: "id partnership organisation placement day state talk noted_at shared"},
    "day state talk",
)
_classify(
    "SelfAssessment",
    "placement__participant",
    {
        _FOR_INDIVIDUALS: (
            "id partnership organisation placement wave rater version statement_1 statement_2 statement_3 statement_4 "
            "statement_5 done_on noted_at shared"
        )
    },
    "statement_1 statement_2 statement_3 statement_4 statement_5",
)
_classify(
    "Closing",
    "placement__participant",
    {_FOR_INDIVIDUALS: "id partnership organisation placement result outcome said_on said_at shared"},
    "result outcome",
)
