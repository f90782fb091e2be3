"""Who may see what of papers, and how long they are kept."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.models import Content, Document
from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att kunna visa vad parterna har gjort och kommit överens om.")


def bytes_of_nothing(now: datetime) -> QuerySet[Content]:
    """Left behind when the last draft that used them was thrown away."""
    return Content.objects.filter(~Exists(Document.objects.filter(content_id=OuterRef("pk"))))


classify(
    "documents.Document",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.EACH_PARTY,
    retention=Retention(
        _(
            "Bevaras hos en myndighet enligt dess dokumenthanteringsplan och annars så länge överenskommelsen bevaras. "
            "Utkast kan ägaren kasta när som helst."
        ),
        "dokumenthanteringsplan",
    ),
    fields={
        Audience.PARTICIPANTS: (
            "id partnership organisation content file_name title public_title direction dated correspondent added_at "
            "handed_over_at number also_for only_for"
        ),
        Audience.ORGANISATION: "added_by",
    },
    personal="title correspondent file_name added_by",
    subjects=_("personer som nämns i handlingens titel, eller som har lagt in den"),
    owner="organisation_id",
)
classify(
    "documents.Content",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.EACH_PARTY,
    retention=Retention(
        _("Bevaras så länge någon handling har innehållet, och gallras natten efter att ingen längre har det."),
        "GDPR art. 5.1 e",
        due=bytes_of_nothing,
    ),
    fields={Audience.PARTICIPANTS: "sha256 size media_type data seals"},
    personal="data seals",
    subjects=_("personer som nämns i handlingen eller har undertecknat den"),
)
