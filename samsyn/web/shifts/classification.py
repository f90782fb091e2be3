"""Who may see who works when: the own organisation, and each her own."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_SUBJECTS = _("anställda, uppsökare och volontärer")

classify(
    "shifts.Shift",
    purpose=_("Att det finns någon på plats vid varje tillfälle, och att volontärernas timmar kan visas."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(
        _(
            "Sparas så länge överenskommelsen och dess uppföljning sparas. När den som arbetade gallras ur bemanningen "
            "står passet kvar utan namn."
        ),
        "dokumenthanteringsplan",
    ),
    fields={
        Audience.ORGANISATION: (
            "id partnership organisation occasion worker function starts_at ends_at state hours reported_at "
            "reported_as changed_at made_at made_by"
        )
    },
    personal="worker hours reported_at reported_as made_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "shifts.FeedKey",
    purpose=_("Att den som arbetar ser sina egna pass i sin egen kalender."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(_("Stängs av personen själv eller när rollen upphör."), "GDPR art. 5.1 e"),
    fields={
        Audience.SELF: "id person organisation opened_at revoked_at",
        Audience.NOBODY: "secret_sha256",
    },
    personal="person",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
