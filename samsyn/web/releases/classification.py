"""Who may see what of a release. Numbers about groups; who let them go is staff."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att visa vad verksamheten har gett, utan att någon enskild går att känna igen.")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")
_CELL = "id partnership organisation release place by keys name n value"

classify(
    "releases.Release",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership organisation kind indicator version days number because about made_of adds_up promised "
            "made_at made_by"
        )
    },
    personal="made_by because",
    subjects=_("den som arbetade"),
    owner="organisation_id",
)
classify(
    "releases.ReleasedCell",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: f"{_CELL} open only_for"},
    personal="",
    owner="organisation_id",
)
classify(
    "releases.ExactCell",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.ORGANISATION: _CELL},
    personal="",
    owner="organisation_id",
)
