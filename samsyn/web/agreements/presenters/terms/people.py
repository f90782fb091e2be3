"""Words for requirements on staff and volunteers."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import people
from samsyn.web.agreements.presenters.terms.base import Vocabulary
from samsyn.web.agreements.presenters.terms.occasions import EXPOSURES

_WHOM: Mapping[object, Promise] = {"employees": _("anställda"), "volunteers": _("volontärer"), "all": _("alla")}

VOCABULARY = Vocabulary(
    families={
        "staff": _("Krav på personal"),
        "register_check": _("Registerkontroll"),
        "undertaking": _("Tystnadsförbindelse"),
        "volunteers": _("Volontärer"),
    },
    labels={
        people.StaffRequirement: {
            "by": _("Gäller"),
            "of": _("För"),
            "requirement": _("Krav"),
            "kind": _("Slag"),
            "before": _("Måste vara uppfyllt före"),
            "valid_months": _("Gäller i"),
        },
        people.RegisterCheck: {
            "by": _("Görs av"),
            "of": _("Gäller"),
            "registers": _("Register"),
            "when": _("När"),
            "law": _("Lag"),
            "law_since": _("Lagen gäller sedan"),
            "before": _("Ska ha visats före"),
            "oldest_months": _("Utdragets ålder den dag det visas, högst"),
            "keeps_copy": _("Utdraget eller en kopia sparas"),
        },
        people.Undertaking: {
            "by": _("Ansvarar"),
            "of": _("Gäller"),
            "signed": _("Undertecknas"),
            "before": _("Ska vara undertecknad före"),
            "breach": _("Om den bryts"),
        },
        people.Volunteers: {"by": _("Hos"), "roles": _("Uppgifter")},
    },
    words={
        (people.StaffRequirement, "of"): _WHOM,
        (people.StaffRequirement, "kind"): {
            "education": _("utbildning"),
            "supervision": _("handledning"),
            "further_training": _("fortbildning"),
            "employer": _("arbetsgivaransvar"),
            "other": _("annat"),
        },
        (people.StaffRequirement, "before"): EXPOSURES,
        (people.RegisterCheck, "of"): _WHOM,
        (people.RegisterCheck, "registers"): {
            "criminal_records": _("belastningsregistret"),
            "suspicions": _("misstankeregistret"),
        },
        (people.RegisterCheck, "when"): {
            "hiring": _("vid anställning"),
            "on_cause": _("när det finns anledning"),
            "assignment": _("vid uppdrag"),
        },
        (people.RegisterCheck, "before"): EXPOSURES,
        (people.Undertaking, "of"): _WHOM,
        (people.Undertaking, "before"): EXPOSURES,
    },
    units={
        (people.StaffRequirement, "valid_months"): "months",
        (people.RegisterCheck, "oldest_months"): "months",
    },
)
