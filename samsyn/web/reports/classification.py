"""Who may see what of a report. It is about what was done and not about anybody; who wrote it is staff."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att följa upp överenskommelsen i rapporter som parterna undertecknar.")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")
_SUBJECTS = _("den som arbetade")

classify(
    "reports.Report",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.JOINT,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership term obligation days opened_at"},
    personal="",
)
classify(
    "reports.Draft",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.ORGANISATION: "id partnership organisation report words edits edited_at edited_by"},
    personal="words edited_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "reports.Part",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership organisation report number sha256 because document signed_by signer signed_on signed_at"
        )
    },
    personal="because signed_by signer",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "reports.PartContent",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership organisation part content only_for"},
    personal="content",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "reports.SentBack",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership organisation part note person on sent_at"},
    personal="note person",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "reports.GoneThrough",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership organisation report seals meeting note person on noted_at"},
    personal="note person",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "reports.Submission",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership organisation report number content sha256 seals drawn_by file_sha256 because document"
            " submitted_by submitted_on submitted_at"
        )
    },
    personal="content because submitted_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
