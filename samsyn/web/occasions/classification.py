"""Who may see what of the occasions. No row says who came; who is responsible and who typed is staff."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att planera det som hålls och räkna hur många som kommer, utan att veta vem någon är.")
_STAFF = _("den som arbetade")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")


def _classify(model: str, fields: dict[Audience, str], *, personal: str = "", subjects: Promise | None = None) -> None:
    classify(
        f"occasions.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.OWNER,
        retention=_KEPT,
        fields=fields,
        personal=personal,
        subjects=subjects,
        owner="organisation_id",
    )


_OWN = Audience.ORGANISATION

_classify(
    "OwnActivity",
    {
        _OWN: (
            "id partnership organisation key name kind counts asks_sex age_bands exposure decision because since "
            "ended_on made_at made_by"
        )
    },
    personal="made_by",
    subjects=_STAFF,
)
_classify(
    "Series",
    {
        _OWN: (
            "id partnership organisation activity weekdays every starts ends first last except_days place made_at "
            "made_by"
        )
    },
    personal="made_by",
    subjects=_STAFF,
)
_classify(
    "Occasion",
    {
        # Of an occasion that is opened to all parties; of another it is the own organisation's like the rest.
        Audience.PARTIES: (
            "id partnership organisation activity day starts ends place shared state cancelled_because revision "
            "changed_at"
        ),
        _OWN: (
            "kind counts discreet series responsible receiver_kind receiver planned_at planned_by held_at held_by "
            "cancelled_at cancelled_by"
        ),
    },
    personal="responsible planned_by held_by cancelled_by",
    subjects=_STAFF,
)
_classify(
    "Count",
    {_OWN: "id partnership organisation occasion number nobody reason made_at made_by replaced_at"},
    personal="made_by",
    subjects=_STAFF,
)
_classify("Heads", {_OWN: "id partnership organisation count occasion sex age_band n"})
_classify(
    "DifferentPeople",
    {_OWN: "id partnership organisation activity days n reason said_at said_by replaced_at"},
    personal="said_by",
    subjects=_STAFF,
)
