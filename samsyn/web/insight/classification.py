"""Who may see what of insight. All parties read it; of those who are asked about nothing is said."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att den som har rätt till insyn får den, och att båda kan visa vad som har begärts och lämnats ut.")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")


def _classify(model: str, fields: str, personal: str, subjects: Promise | None = None) -> None:
    classify(
        f"insight.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.OWNER,
        retention=_KEPT,
        fields={Audience.PARTIES: fields},
        personal=personal,
        subjects=subjects,
        owner="organisation_id",
    )


_WORKED = _("den som arbetade")
_classify(
    "Request",
    (
        "id partnership organisation asked obligation number about asks wanted_by due on asked_at asked_by "
        "withdrawn_at withdrawn_by withdrawn_because"
    ),
    "asks asked_by withdrawn_by withdrawn_because",
    _WORKED,
)
_classify(
    "Answer",
    (
        "id partnership organisation request number outcome says grounds because tried_as figures content sha256 "
        "document on answered_at person"
    ),
    "says because tried_as content person",
    _WORKED,
)
_classify(
    "StaffList",
    "id partnership organisation answer as_of content sha256",
    "content",
    _("anställda, uppsökare och volontärer; namn bara på dem som arbetsgivaren har namngett"),
)
_classify("Handed", "id partnership organisation answer kind document", "")
