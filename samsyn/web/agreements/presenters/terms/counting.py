"""Words for what is counted without persons: pads and support lines."""

from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import counting
from samsyn.web.agreements.presenters.terms.base import Vocabulary

VOCABULARY = Vocabulary(
    families={
        "pad": _("Räkneplatta"),
        "support_line": _("Stöd som räknas"),
    },
    labels={
        counting.Pad: {
            "name": _("Namn"),
            "site": _("Var"),
            "by": _("Räknas av"),
            "services": _("Knappar"),
            "visits": _("Besök räknas"),
            "asks": _("Får sägas vid trycket"),
            "age_bands": _("Åldersgrupper"),
        },
        counting.SupportLine: {
            "name": _("Namn"),
            "by": _("Ges av"),
            "channels": _("Vägar in"),
            "kinds": _("Slag av stöd"),
            "passed_on": _("Slussning vidare räknas"),
            "first_or_returning": _("Första gången eller återkommande"),
            "children": _("Antal barn som nämns"),
            "concern": _("Vid oro för ett barn noteras"),
        },
    },
    words={
        (counting.Pad, "asks"): {"sex": _("kön, som besökaren själv uppger"), "age_band": _("åldersgrupp")},
        (counting.Pad, "visits"): {True: _("ja"), False: _("nej")},
        (counting.SupportLine, "channels"): {
            "phone": _("telefon"),
            "chat": _("chatt"),
            "mail": _("mejl"),
            "visit": _("besök"),
        },
        (counting.SupportLine, "concern"): {
            "reported": _("att en skriftlig orosanmälan är gjord"),
            "mother_applies": _("att mamman själv ansöker"),
            "talk_held": _("att samtal har hållits, när barnet inte är känt"),
        },
    },
)
