"""Who may see what a party puts in. No line holds a person; who wrote it is staff."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

classify(
    "contributions.Contribution",
    purpose=_("Att visa vad varje part bidrar med utöver pengar."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan"),
    fields={
        Audience.PARTIES: (
            "id partnership organisation in_kind kind what days quantity unit value_ore valued_how source shared_at "
            "taken_back_at taken_back_because"
        ),
        Audience.ORGANISATION: "made_at made_by shared_by",
    },
    personal="made_by shared_by",
    subjects=_("den som arbetade"),
    owner="organisation_id",
)
