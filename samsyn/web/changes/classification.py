"""Who may see what of changes, and how long it is kept."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_KEPT = Retention(_("Bevaras så länge överenskommelsen bevaras."), "dokumenthanteringsplan")
_PURPOSE = _("Att överenskommelsen bara ändras i den form som den själv kräver, och att det syns hur.")
_SUBJECTS = _("personer som beslutar eller undertecknar för en part")

classify(
    "changes.Change",
    purpose=_PURPOSE,
    basis=_("Överenskommelsen"),
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership number key kind organisation drafted_at clause says because first last of answer content "
            "obligation amount_ore decision instead_of proposed_at sha256 closed_at closed_how done_on version"
        ),
        Audience.ORGANISATION: "drafted_by",
    },
    personal="drafted_by because",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "changes.Step",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership change kind place organisation function on within_limits reference names where document "
            "meeting says recorded_at"
        ),
        Audience.ORGANISATION: "person",
    },
    personal="person function names says",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
