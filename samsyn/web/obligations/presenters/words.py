"""Words for evidence and the days that a clause does not give, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.rules.obligations import Evidence

_EVIDENCE: dict[str, Promise] = {
    Evidence.MINUTES: _("protokollet från mötet"),
    Evidence.REPORT: _("en skriftlig rapport eller redogörelse"),
    Evidence.INVOICE: _("fakturan"),
    Evidence.PAYMENT: _("betalningen"),
    Evidence.CALCULATION: _("en uträkning som alla parter har sett"),
    Evidence.SIGNED: _("ett undertecknat papper"),
    Evidence.APPROVAL: _("ett godkännande på förhand"),
    Evidence.WRITTEN_NOTICE: _("ett skriftligt meddelande"),
    Evidence.SURVEY: _("den genomförda enkäten"),
    Evidence.NOTE: _("en anteckning om att det är gjort"),
    Evidence.NONE: _("inget behöver visas upp"),
}
_WITHOUT_DAY: dict[str, Promise] = {
    "on-request": _("när någon begär det"),
    "when-needed": _("när det behövs"),
    "on-event": _("när det händer"),
    "standing": _("hela tiden"),
    "once": _("en gång, dagen står inte i texten"),
}


def evidence_words(evidence: str) -> str:
    return str(_EVIDENCE.get(evidence, evidence))


def without_day(occurrence: str) -> str:
    """Why there is no date: standing, on request, when needed, when something happens, or some time."""
    return str(_WITHOUT_DAY.get(occurrence, _("dagen står inte i texten")))
