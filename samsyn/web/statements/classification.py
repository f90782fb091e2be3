"""Who may see what of a statement. It is about money and not about anybody; who wrote it is staff."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att visa hur pengarna har använts, och att den som betalar har läst det.")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")
_SUBJECTS = _("den som arbetade")

classify(
    "statements.Statement",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership organisation obligation kind days opened_at"},
    personal="",
    owner="organisation_id",
)
classify(
    "statements.Draft",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.ORGANISATION: "id partnership organisation statement words paper edits edited_at edited_by"},
    personal="words edited_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "statements.Addition",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.ORGANISATION: (
            "id partnership organisation statement side cost_line text amount_ore source made_at made_by"
        )
    },
    personal="made_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "statements.Submission",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership organisation statement number content sha256 document paper signed_by signed_on signed_at"
        )
    },
    personal="content signed_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "statements.Answer",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership submission organisation person accepted note on answered_at"},
    personal="person note",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
