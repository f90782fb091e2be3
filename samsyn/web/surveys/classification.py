"""Who may see what of the surveys. No row says who answered; free text may name someone all the same."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify
from samsyn.web.project.clock import SWEDEN
from samsyn.web.surveys.models import FreeText

YEARS_KEPT = 2
_PURPOSE = _("Att fråga dem som kommer vad de tycker och behöver, utan att veta vem som svarar.")
_STAFF = _("den som arbetade")
_ANSWERING = _("den som har svarat, om någon känner igen svaret på annat som den vet")
_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")


def words_too_old(now: datetime) -> QuerySet[FreeText]:
    today = now.astimezone(SWEDEN).date()
    return FreeText.objects.filter(sheet__round__last_day__lt=today.replace(year=today.year - YEARS_KEPT, day=1))


def _classify(
    model: str,
    fields: dict[Audience, str],
    *,
    personal: str = "",
    subjects: Promise | None = None,
    retention: Retention = _KEPT,
) -> None:
    classify(
        f"surveys.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.OWNER,
        retention=retention,
        fields=fields,
        personal=personal,
        subjects=subjects,
        owner="organisation_id",
    )


_ALL, _OWN = Audience.PARTIES, Audience.ORGANISATION

_classify(
    "Template",
    {_ALL: "id partnership organisation survey begun_at begun_by"},
    personal="begun_by",
    subjects=_STAFF,
)
_classify(
    "Version",
    {_ALL: "id partnership organisation template number main_language begun_at begun_by fixed_at fixed_by"},
    personal="begun_by fixed_by",
    subjects=_STAFF,
)
_classify(
    "Question",
    {
        _ALL: (
            "id partnership organisation version position key type several options pictogram "
            "wording_digest child_digest"
        )
    },
)
_classify("QuestionText", {_ALL: "id partnership organisation question language audience text options"})
_classify(
    "Round",
    {
        _OWN: (
            "id partnership organisation version name about first_day last_day languages audiences asks age_bands "
            "smallest_group kiosk code opened_at opened_by closed_at closed_by"
        )
    },
    personal="opened_by closed_by",
    subjects=_STAFF,
)
_classify(
    "Sheet",
    {_OWN: "id partnership organisation round day language audience how sex age_band"},
    personal="language sex age_band",
    subjects=_ANSWERING,
)
_classify(
    "Answer",
    {_OWN: "id partnership organisation sheet question value option"},
    personal="value option",
    subjects=_ANSWERING,
)
_classify(
    "FreeText",
    {_OWN: "id partnership organisation sheet question text state because screened_at screened_by"},
    personal="text screened_by",
    subjects=_ANSWERING,
    retention=Retention(
        _("Gallras två år efter att omgången har slutat. Det är vår tolkning: så länge kan två år jämföras."),
        "GDPR art. 5.1 e",
        due=words_too_old,
    ),
)
_classify(
    "Raised",
    {_OWN: "id partnership organisation round question option meeting item raised_at raised_by"},
    personal="raised_by",
    subjects=_STAFF,
)
