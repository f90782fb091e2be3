"""Who may see what of the night places, and how soon a guest is forgotten."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.models import Guest, Note, Pulse, Waiting
from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify
from samsyn.web.project.clock import SWEDEN

_GUEST_DAYS = 30
"""READING: outside SoL only GDPR's storage limitation holds; the shortest that the rules for places can bear."""
_PULSE_DAYS = 2

_PURPOSE = _("Att ge varje plats till en enda gäst och veta när gästen kan få plats igen.")
_GUESTS = _("gäster på nattplatserna")
_STAFF = _("den som arbetade")


def _day(now: datetime, days: int) -> Any:
    return now.astimezone(SWEDEN).date() - timedelta(days=days)


def guests_long_gone(now: datetime) -> QuerySet[Guest]:
    """A record that is merged into another stays as long as that one: the card in the guest's pocket may be of it."""
    latest = _day(now, _GUEST_DAYS)
    return Guest.objects.filter(last_night__lt=latest).exclude(merged_into__last_night__gte=latest)


def lines_long_gone(now: datetime) -> QuerySet[Waiting]:
    return Waiting.objects.filter(night__lt=_day(now, _GUEST_DAYS))


def notes_long_gone(now: datetime) -> QuerySet[Note]:
    return Note.objects.filter(night__lt=_day(now, _GUEST_DAYS))


def beats_long_gone(now: datetime) -> QuerySet[Pulse]:
    return Pulse.objects.filter(at__lt=now - timedelta(days=_PULSE_DAYS))


WITH_THE_GUEST = Retention(
    _("Gallras 30 nätter efter gästens sista natt. Parterna kan bestämma en kortare tid."),
    "GDPR art. 5.1 e",
    due=guests_long_gone,
)
GOES_WITH_THE_GUEST = Retention(_("Gallras med gästen, 30 nätter efter gästens sista natt."), "GDPR art. 5.1 e")
WITHOUT_THE_GUEST = Retention(
    _(
        "Gästen tas bort ur raden 30 nätter efter sin sista natt. Det som är kvar räknas i uppföljningen och "
        "pekar inte ut någon."
    ),
    "GDPR art. 5.1 e",
)
OF_THE_HOUSE = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")


def _classify(
    model: str,
    fields: dict[Audience, str],
    retention: Retention,
    *,
    personal: str = "",
    subjects: Promise | None = None,
    owner: str = "",
) -> None:
    classify(
        f"beds.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.JOINT,
        retention=retention,
        fields=fields,
        personal=personal,
        subjects=subjects,
        owner=owner,
    )


_ORG = "organisation_id"
_KEPT, _ALL, _OWN = Audience.COORDINATION, Audience.PARTIES, Audience.ORGANISATION

_classify(
    "Guest",
    {_KEPT: "id partnership kept_by known_as spelled sex born made_on last_night merged_into"},
    WITH_THE_GUEST,
    personal="known_as spelled sex born last_night merged_into",
    subjects=_GUESTS,
)
_classify(
    "Card",
    {_KEPT: "id partnership kept_by guest code made_on revoked_on"},
    GOES_WITH_THE_GUEST,
    personal="guest code",
    subjects=_GUESTS,
)
_classify(
    "Merge",
    {_KEPT: "id partnership kept_by kept absorbed because merged_by merged_at undone_at"},
    GOES_WITH_THE_GUEST,
    personal="kept absorbed because merged_by",
    subjects=_GUESTS,
)
_classify(
    "Waiting",
    {_KEPT: "id partnership kept_by pool night guest place_in_line priority state since"},
    Retention(_("Gallras 30 nätter efter kvällen."), "GDPR art. 5.1 e", due=lines_long_gone),
    personal="guest priority",
    subjects=_GUESTS,
)
_classify(
    "Draw",
    {_KEPT: "id partnership kept_by pool night seed drawn_by drawn_at"},
    OF_THE_HOUSE,
    personal="drawn_by",
    subjects=_STAFF,
)
_classify("Refusal", {_KEPT: "id partnership kept_by pool night sex reason"}, OF_THE_HOUSE)
_classify(
    "Override",
    {_KEPT: "id partnership organisation kept_by guest what night reason clause decided_by decided_at"},
    WITHOUT_THE_GUEST,
    personal="guest reason decided_by",
    subjects=_GUESTS,
    owner=_ORG,
)
_classify(
    "Bar",
    {
        _KEPT: (
            "id partnership organisation kept_by site guest nights reason decided_by decided_at appealed_on "
            "appeal_answer answered_on"
        )
    },
    GOES_WITH_THE_GUEST,
    personal="guest reason decided_by appeal_answer",
    subjects=_GUESTS,
    owner=_ORG,
)
_classify(
    "Entitlement",
    {
        _KEPT: (
            "id partnership organisation kept_by guest pool kind nights left_on ended quarantine_nights scheme clause "
            "intake given_by given_at"
        )
    },
    WITHOUT_THE_GUEST,
    personal="guest given_by",
    subjects=_GUESTS,
    owner=_ORG,
)
_classify(
    "Segment",
    {_KEPT: "id partnership organisation kept_by entitlement guest sex site place pool nights override"},
    WITHOUT_THE_GUEST,
    personal="guest sex",
    subjects=_GUESTS,
    owner=_ORG,
)
_classify(
    "Block",
    {_KEPT: "id entitlement partnership kept_by guest scheme nights lifted_by"},
    WITHOUT_THE_GUEST,
    personal="guest",
    subjects=_GUESTS,
)
_classify(
    "Night",
    {
        _KEPT: (
            "id partnership organisation kept_by segment site pool sex night state noted_by noted_at out_at on_paper"
        )
    },
    WITHOUT_THE_GUEST,
    personal="noted_by",
    subjects=_STAFF,
    owner=_ORG,
)
_classify(
    "Site",
    {_ALL: "id partnership organisation key name address phone opens latest_arrival out_by closed_on"},
    OF_THE_HOUSE,
    owner=_ORG,
)
_classify("Place", {_ALL: "id partnership organisation site label rank"}, OF_THE_HOUSE, owner=_ORG)
_classify(
    "Standing",
    {_ALL: "id partnership organisation site place pool kind nights extra_night because"},
    OF_THE_HOUSE,
    owner=_ORG,
)
_classify("Outage", {_ALL: "id partnership organisation place nights because"}, OF_THE_HOUSE, owner=_ORG)
_classify(
    "ExtraNight",
    {
        _ALL: (
            "id partnership organisation kept_by pool night trigger reason forecast source clause decided_by decided_at"
        )
    },
    OF_THE_HOUSE,
    personal="decided_by",
    subjects=_STAFF,
    owner=_ORG,
)
_classify(
    "Initiative",
    {_ALL: "id partnership organisation kept_by name night places contact"},
    OF_THE_HOUSE,
    personal="contact",
    subjects=_("kontaktpersoner i ideella lokala initiativ"),
    owner=_ORG,
)
_classify(
    "Note",
    {_OWN: "id partnership organisation kept_by site night says written_by written_at"},
    Retention(_("Gallras 30 nätter efter natten."), "GDPR art. 5.1 e", due=notes_long_gone),
    personal="says written_by",
    subjects=_STAFF,
    owner=_ORG,
)
_classify(
    "EmergencyContact",
    {_KEPT: "id partnership organisation kept_by site night about noted_by noted_at"},
    OF_THE_HOUSE,
    personal="noted_by",
    subjects=_STAFF,
    owner=_ORG,
)
_classify(
    "Incident",
    {_KEPT: "id partnership organisation kept_by site night kind police_called coordination_told_at noted_by noted_at"},
    OF_THE_HOUSE,
    personal="noted_by",
    subjects=_STAFF,
    owner=_ORG,
)
_classify(
    "Pulse",
    {_ALL: "id partnership at"},
    Retention(_("Gallras efter två dygn."), "GDPR art. 5.1 e", due=beats_long_gone),
)
