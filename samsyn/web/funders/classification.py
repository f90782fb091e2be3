"""Who may see who else pays. A funder is an authority, a fund or a company; no row holds a person but who wrote it."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_KEPT = Retention(_("Sparas så länge överenskommelsen och dess uppföljning sparas."), "dokumenthanteringsplan")
_PURPOSE = _("Att visa vem mer som betalar, så att samma kostnad inte betalas två gånger.")

classify(
    "funders.Funder",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership organisation name"},
    owner="organisation_id",
)
classify(
    "funders.FunderShare",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership organisation funder cost_line days percent amount_ore source shared_at taken_back_at "
            "taken_back_because"
        ),
        Audience.ORGANISATION: "made_at made_by",
    },
    personal="made_by",
    subjects=_("den som arbetade"),
    owner="organisation_id",
)
classify(
    "funders.VoucherFunding",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={Audience.ORGANISATION: "id partnership organisation row funder"},
    owner="organisation_id",
)
classify(
    "funders.Finding",
    purpose=_PURPOSE,
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership organisation mark kind cost_line days cost_ore over_ore parts clause explanation shown_at"
        ),
        Audience.ORGANISATION: "shown_by",
    },
    personal="shown_by",
    subjects=_("den som arbetade"),
    owner="organisation_id",
)
classify(
    "funders.Aid",
    purpose=_("Att summera offentligt stöd över tre år innan mer beviljas."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=_KEPT,
    fields={
        Audience.PARTIES: (
            "id partnership organisation recipient giver granted_on amount_ore valued_how rate rate_on rate_source "
            "taken_back_at taken_back_because"
        ),
        Audience.ORGANISATION: "made_at made_by",
    },
    personal="made_by",
    subjects=_("den som arbetade"),
    owner="organisation_id",
)
