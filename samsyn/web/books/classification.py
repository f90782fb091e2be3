"""Who may see what of the books. The words of a row may name persons, and a single salary does: both stay at home."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.books.models import Import
from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_PURPOSE = _("Att kunna visa vad verksamheten har kostat, och vilka verifikationer som ligger bakom.")
_KEPT = Retention(
    _(
        "Sparas så länge fakturor och redovisningar som vilar på uppgiften sparas, och tas inte bort av sig självt. "
        "Räkenskapsinformationen bevaras i organisationens egen bokföring, till och med det sjunde året efter det "
        "kalenderår då räkenskapsåret slutade."
    ),
    "bokföringslagen 7 kap. 2 §",
)
PREVIEW_KEPT = timedelta(days=7)


def previews_left_behind(now: datetime) -> QuerySet[Import]:
    """A file holds all of the bookkeeping: one that nobody stored is not kept for long."""
    return Import.objects.filter(state=Import.State.PREVIEWED, made_at__lt=now - PREVIEW_KEPT)


classify(
    "books.Import",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(
        _("Filens innehåll tas bort när raderna lagras, och annars efter en vecka. Att den har lästs in sparas."),
        "GDPR art. 5.1 c och e",
        due=previews_left_behind,
    ),
    fields={
        Audience.ORGANISATION: (
            "id organisation sha256 file_name size data state made_at made_by stored_at stored_by counts"
        ),
    },
    personal="data made_by stored_by",
    subjects=_("personer som nämns i bokföringen, och den som läste in filen"),
    owner="organisation_id",
)
classify(
    "books.Mapping",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.ORGANISATION: (
            "id organisation partnership account_from account_to dimension object cost_line is_salary several_people "
            "made_at made_by ended_at"
        ),
    },
    personal="made_by",
    subjects=_("den som fördelade kontona"),
    owner="organisation_id",
)
classify(
    "books.Release",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id organisation partnership days released_at", Audience.ORGANISATION: "released_by"},
    personal="released_by",
    subjects=_("den som lade fram kostnaderna"),
    owner="organisation_id",
)
classify(
    "books.Voucher",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: "id organisation year key series number day digest superseded_by superseded_at",
        Audience.ORGANISATION: "brought_by",
    },
    owner="organisation_id",
)
classify(
    "books.VoucherRow",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id voucher organisation partnership position day account account_name objects_named amount_ore cost_line "
            "is_salary several_people release"
        ),
    },
    personal="amount_ore",
    subjects=_("den vars lön en rad är; andra parter ser aldrig löneraderna"),
    owner="organisation_id",
)
classify(
    "books.RowText",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: "row organisation partnership voucher_text row_text released_at",
        Audience.ORGANISATION: "released_by",
    },
    personal="voucher_text row_text released_by",
    subjects=_("personer som nämns i texten, och den som lät den läsas"),
    owner="organisation_id",
)
classify(
    "books.SalarySum",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id organisation partnership month cost_lines amount_ore"},
    owner="organisation_id",
)
