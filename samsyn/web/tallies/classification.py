"""Who may see what of the tallies. No row says who was counted; who typed or decided is staff."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att räkna besök och det som erbjuds, utan att veta vem någon är.")
_STAFF = _("den som arbetade")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")


def _classify(model: str, fields: dict[Audience, str], *, personal: str = "", subjects: Promise | None = None) -> None:
    classify(
        f"tallies.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.OWNER,
        retention=_KEPT,
        fields=fields,
        personal=personal,
        subjects=subjects,
        owner="organisation_id",
    )


_OWN, _NOBODY = Audience.ORGANISATION, Audience.NOBODY

_classify(
    "Event",
    {
        _OWN: (
            "id partnership organisation pad button day at offset_minutes received_at device person source n sex "
            "age_band undoes reason state decided_at decided_by decided_because"
        )
    },
    personal="person decided_by",
    subjects=_STAFF,
)
_classify("DaySum", {_OWN: "id partnership organisation pad day button sex age_band n"})
_classify("MonthSum", {_OWN: "id partnership organisation pad month button sex age_band n"})
_classify(
    "Device",
    {
        _OWN: "id partnership organisation pad name shown made_at made_by last_seen_at revoked_at",
        _NOBODY: "token_digest",
    },
    personal="made_by",
    subjects=_STAFF,
)
_classify(
    "DeviceInvitation",
    {_OWN: "id partnership organisation device made_at expires_at used_at", _NOBODY: "code_digest"},
)
_classify(
    "AddedButton",
    {_OWN: "id partnership organisation pad key name decision since until added_at added_by"},
    personal="added_by",
    subjects=_STAFF,
)
_classify(
    "ClosedPeriod",
    {_OWN: ("id partnership organisation pad days closed_at closed_by reopened_at reopened_by reopened_because")},
    personal="closed_by reopened_by",
    subjects=_STAFF,
)
_classify(
    "Closure",
    {_OWN: "id partnership organisation pad days why made_at made_by"},
    personal="made_by",
    subjects=_STAFF,
)
_classify(
    "HeldDay",
    {_OWN: "id partnership organisation pad day state reason said_at said_by"},
    personal="said_by",
    subjects=_STAFF,
)
_classify(
    "CardYear",
    {_OWN: "id partnership organisation pad year begun_at begun_by", _NOBODY: "key"},
    personal="begun_by",
    subjects=_STAFF,
)
classify(
    "tallies.CardSeen",
    purpose=_("Att veta hur många olika personer som kommer, av dem som vill bära ett kort."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(
        _(
            "Årets nyckel kastas när året är slut. Sedan kan ingen rad knytas till ett kort, och siffran sparas så "
            "länge överenskommelsen och dess uppföljning sparas."
        ),
        "GDPR art. 5.1 e",
    ),
    fields={_OWN: "id partnership organisation pad year month fingerprint"},
    personal="fingerprint month",
    subjects=_("den som bär ett kort, så länge årets nyckel finns"),
    owner="organisation_id",
)
