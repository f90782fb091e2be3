"""What everyone may read on the public page, and who let it out."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att visa alla vad parterna har kommit överens om att berätta, och vem som lät det bli offentligt.")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")
_SUBJECTS = _("den som beslutade")

classify(
    "publication.Opening",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership organisation days opened_by opened_at closed_by closed_at"},
    personal="opened_by closed_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "publication.PaperOpening",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership organisation document opened_by opened_at closed_by closed_at"},
    personal="opened_by closed_by",
    subjects=_SUBJECTS,
    owner="organisation_id",
)
classify(
    "publication.Edition",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.JOINT,
    retention=_KEPT,
    fields={
        Audience.EVERYONE: "slug content sha256 days made_at",
        Audience.PARTIES: "id partnership number made_by closed_at",
    },
    personal="made_by",
    subjects=_SUBJECTS,
)
classify(
    "publication.Paper",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.JOINT,
    retention=_KEPT,
    fields={
        Audience.EVERYONE: "title dated media_type sha256 size data",
        Audience.PARTIES: "id partnership document made_at closed_at",
    },
    personal="data",
    subjects=_("den som skrev under rapporten"),
)
