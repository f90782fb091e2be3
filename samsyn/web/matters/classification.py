"""Who may see what of matters between the parties, and how long it is kept."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_KEPT = Retention(_("Bevaras så länge överenskommelsen bevaras."), "dokumenthanteringsplan")
_PURPOSE = _("Att parterna berättar för varandra, svarar och kan visa hur en fråga löstes.")
_SUBJECTS = _("personer som arbetar i en part")

classify(
    "matters.Matter",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership number kind title term clause organisation opened_on opened_at happens_on amount_ore "
            "obligation closed_on outcome"
        ),
    },
    personal="title",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "matters.Entry",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={
        Audience.PARTIES: "id partnership matter kind organisation on says document meeting recorded_at",
        Audience.ORGANISATION: "person",
    },
    personal="person says",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
