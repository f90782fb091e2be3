"""Who may see what of meetings, and how long it is kept."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_KEPT = Retention(
    _("Bevaras så länge överenskommelsen bevaras: protokollen visar vad parterna bestämde."), "dokumenthanteringsplan"
)
_PURPOSE = _("Att parterna leder partnerskapet tillsammans och kan visa vad de har bestämt.")
_SUBJECTS = _("personer som företräder en part eller deltar i ett möte")


def _classify(model: str, fields: str, personal: str = "") -> None:
    classify(
        f"meetings.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.EACH_PARTY,
        retention=_KEPT,
        fields={Audience.PARTICIPANTS: fields},
        personal=personal,
        subjects=_SUBJECTS if personal else None,
    )


_classify(
    "Meeting",
    "id partnership body body_name clause number called_by called_at starts_at ends_at place link sequence held_on "
    "cancelled_at cancelled_because approved_on also_for",
)
_classify(
    "AgendaItem",
    "id partnership meeting position kind title background clause obligation assumption action about noted dealt_with "
    "added_by also_for",
    "background noted",
)
_classify(
    "Attendance",
    "id partnership meeting organisation function person name task came also_for",
    "function person name task came",
)
_classify("Decision", "id partnership meeting item number kind says assumption answer also_for", "says")
_classify(
    "ActionPoint",
    "id partnership meeting says organisation function due wind_down added_at done_on done_note dropped_on "
    "dropped_because also_for",
    "says function done_note dropped_because",
)
_classify(
    "Minutes",
    "id partnership meeting revision content sha256 document put_forward_by put_forward_at also_for",
    "content",
)
_classify(
    "MinutesAnswer",
    "id partnership minutes organisation person approved remark on answered_at also_for",
    "person remark",
)
