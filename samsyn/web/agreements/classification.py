"""Who may see what of an agreement's files. They hold terms and functions, never names of persons."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import Audience, Controller, Retention, classify

_KEPT = Retention(_("Bevaras så länge överenskommelsen bevaras."), "dokumenthanteringsplan")
_PURPOSE = _("Att visa vad parterna har kommit överens om, och hur det har ändrats.")

classify(
    "agreements.AgreementVersion",
    called=_("Version av överenskommelsen"),
    purpose=_PURPOSE,
    basis=_("Överenskommelsen"),
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership number digest known_from registered_at"},
)
classify(
    "agreements.AgreementFile",
    called=_("Fil i överenskommelsen"),
    purpose=_PURPOSE,
    basis=_("Överenskommelsen"),
    controller=Controller.EACH_PARTY,
    retention=_KEPT,
    fields={Audience.PARTIES: "id partnership version name content sha256"},
)
