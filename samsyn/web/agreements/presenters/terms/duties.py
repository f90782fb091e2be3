"""Words for undertakings with a date, a rhythm or a trigger."""

from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import duties
from samsyn.web.agreements.presenters.terms.base import Vocabulary

VOCABULARY = Vocabulary(
    families={"duty": _("Åtagande")},
    labels={
        duties.Duty: {
            "kind": _("Slag"),
            "by": _("Görs av"),
            "to": _("För"),
            "when": _("När"),
            "joint": _("Gemensamt åtagande"),
            "evidence": _("Visas genom"),
            "about": _("Ska innehålla"),
        },
        duties.When: {
            "every": _("Hur ofta"),
            "times": _("Gånger"),
            "aligned": _("Räknas"),
            "due": _("Senast"),
            "due_year": _("Vilket år"),
            "by": _("Senast"),
            "between": _("Under"),
            "once": _("En gång"),
            "on": _("När"),
            "within_days": _("Inom"),
        },
    },
    words={
        (duties.When, "every"): {
            "month": _("varje månad"),
            "two_months": _("varannan månad"),
            "quarter": _("varje kvartal"),
            "four_months": _("var fjärde månad"),
            "half_year": _("varje halvår"),
            "year": _("varje år"),
            "agreement_year": _("varje avtalsår"),
        },
        (duties.When, "aligned"): {
            "calendar": _("efter kalendern"),
            "agreement": _("från överenskommelsens första dag"),
        },
        (duties.When, "due"): {
            "period_end": _("senast periodens sista dag"),
            "before_next_period": _("innan nästa period börjar"),
            "unspecified": _("texten säger ingen dag"),
        },
        (duties.When, "due_year"): {"same": _("samma år"), "following": _("året efter")},
        (duties.When, "once"): {"unspecified": _("en gång, texten säger ingen dag")},
        (duties.When, "on"): {
            "request": _("när någon begär det"),
            "need": _("när det behövs"),
            "event": _("när det händer"),
            "always": _("hela tiden"),
        },
    },
    units={(duties.When, "within_days"): "days"},
)
