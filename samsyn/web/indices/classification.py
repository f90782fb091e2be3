"""Who may see the register of indices: everyone who is signed in. Who typed a table is known by the own colleagues."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_KEPT = Retention(_("Sparas så länge någon överenskommelse kan räknas upp med tabellen."), "dokumenthanteringsplan")

classify(
    "indices.IndexTable",
    purpose=_("Att räkna upp belopp med publicerade index, och visa var varje procenttal kommer från."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.EVERYONE: (
            "id series published number source because withdrawn organisation organisation_name entered_at taken_in_at"
        ),
        Audience.ORGANISATION: "entered_by",
    },
    personal="entered_by",
    subjects=_("den som arbetade"),
    owner="organisation_id",
)
classify(
    "indices.IndexFigure",
    purpose=_("Att räkna upp belopp med publicerade index, och visa var varje procenttal kommer från."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.EVERYONE: "id table year percent status"},
    owner="table__organisation_id",
)
