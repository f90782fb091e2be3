"""Who may see what of a figure from outside. It is about nobody; who entered it is staff."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

classify(
    "theory.OutsideFigure",
    purpose=_("Att jämföra de egna siffrorna med det som andra har räknat, med källan bredvid."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan"),
    fields={
        Audience.PARTIES: (
            "id partnership organisation indicator name kind number part whole unit definition method source as_of "
            "entered_at withdrawn_at withdrawn_because"
        ),
        Audience.ORGANISATION: "entered_by withdrawn_by",
    },
    personal="entered_by withdrawn_by",
    subjects=_("den som arbetade"),
    owner="organisation_id",
)
