"""Who may see what of invoices. No line and no note holds a person; who wrote, checked and approved is staff."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

_KEPT = Retention(
    _("Räkenskapsinformation: sparas till och med det sjunde året efter det år då räkenskapsåret tog slut."),
    "bokföringslagen 7 kap. 2 §",
)
_PURPOSE = _("Att fakturera och betala det som överenskommelsen säger, med samma siffror för båda sidor.")
_STAFF = _("den som arbetade")
_ADDRESS = "id partnership organisation valid_from name org_number endpoint_scheme endpoint_id street postcode city "


def _table(model: str, shared: str, own: str, personal: str) -> None:
    classify(
        f"invoices.{model}",
        purpose=_PURPOSE,
        basis=WORK_OF_A_PARTY,
        controller=Controller.OWNER,
        retention=_KEPT,
        fields={Audience.PARTIES: shared, Audience.ORGANISATION: own} if shared else {Audience.ORGANISATION: own},
        personal=personal,
        subjects=_STAFF if personal else None,
        owner="organisation_id",
    )


_table(
    "SellerDetails",
    _ADDRESS + "tax tax_rate tax_reason includes_vat vat_number f_tax paid_to paid_to_number days_to_pay",
    "written_at written_by",
    "written_by",
)
_table(
    "BuyerDetails",
    _ADDRESS + "buyer_reference order_reference recurring",
    "written_at written_by",
    "written_by",
)
_table("Series", "", "organisation prefix last", "")
_table("Ledger", "", "id partnership organisation series receivable income vat written_at written_by", "written_by")
_table(
    "Invoice",
    "id partnership organisation payer obligation kind credits number name first last note awaits tax tax_rate "
    "tax_reason includes_vat net_ore vat_ore total_ore state issued due sent_at credited_at",
    "drafted_at drafted_by checked_at checked_by approved_at approved_by sent_by",
    "drafted_by checked_by approved_by sent_by",
)
_table(
    "InvoiceLine",
    "id partnership organisation invoice position cost_line text quantity unit price_ore amount_ore approval",
    "",
    "",
)
_table("LineVoucher", "id partnership organisation line row", "", "")
_table("InvoiceEvent", "id partnership organisation invoice kind on says", "at by", "by")
_table("InvoiceFile", "id partnership organisation invoice xml sha256 judged warnings document made_at", "", "")
_table(
    "Payment",
    "id partnership organisation invoice obligation paid_on amount_ore says taken_back_at taken_back_because",
    "written_at written_by",
    "written_by",
)
