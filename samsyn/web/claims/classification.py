"""Who may see what of a claim. It is between organisations; who wrote it is staff."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att pröva om pengar ska betalas tillbaka, och följa att det görs.")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")
_SUBJECTS = _("den som arbetade")

classify(
    "claims.Claim",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    # A claim that is not raised is seen by its own organisation alone.
    fields={
        Audience.PARTIES: (
            "id partnership number organisation against term clause title says days amount_ore raised_on raised_at "
            "raised_by change ended_on ended_how"
        ),
        Audience.ORGANISATION: "drafted_at drafted_by",
    },
    personal="says drafted_by raised_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "claims.Entry",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership claim kind organisation person on says exception holds meeting document plan repaid "
            "recorded_at"
        )
    },
    personal="person says",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "claims.Plan",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership claim number organisation proposed_at proposed_by"},
    personal="proposed_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "claims.Instalment",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership plan organisation due amount_ore"},
    personal="",
    owner="organisation_id",
)
classify(
    "claims.Repaid",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: ("id partnership claim organisation on amount_ore reference noted_at noted_by taken_back_at")
    },
    personal="noted_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
