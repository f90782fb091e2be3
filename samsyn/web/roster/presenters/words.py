"""What stands on pages and in refusals about a demand and a lack. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.staffing import Demand, Lack
from samsyn.rules.terms.occasions import Exposure
from samsyn.web.ui.formats import quantity

_WORK: Mapping[str, Promise] = {
    "children": gettext_lazy("arbete som möter barn"),
    "participants_data": gettext_lazy("arbete där uppgifter om deltagare ligger öppna"),
}
_MISSING: Mapping[str, Promise] = {
    "check": gettext_lazy("är inte noterat som visat"),
    "undertaking": gettext_lazy("är inte noterad"),
    "demand": gettext_lazy("är inte noterat som uppfyllt"),
}
_TODO: Mapping[str, Promise] = {
    "check": gettext_lazy("Den som svarar för personalen noterar i Bemanning när det har visats upp."),
    "undertaking": gettext_lazy("Den som svarar för personalen noterar i Bemanning när den är underskriven."),
    "demand": gettext_lazy("Den som svarar för personalen noterar i Bemanning när det är uppfyllt."),
}


def what(demand: Demand) -> str:
    """«Utdrag ur belastningsregistret», to begin a line with."""
    return demand.what[:1].upper() + demand.what[1:]


def lacking(lack: Lack) -> str:
    """«Utdrag ur belastningsregistret är inte noterat som visat»: without a full stop."""
    if lack.why == "new_version":
        return _("Den nya texten till tystnadsförbindelsen är inte underskriven")
    if lack.why == "lapsed":
        return _("%(what)s gällde i %(months)s månader och behöver göras om") % {
            "what": what(lack.demand),
            "months": lack.demand.valid_months,
        }
    return f"{what(lack.demand)} {_MISSING[lack.demand.kind]}"


def lacking_thing(lack: Lack) -> str:
    """«Utdrag ur belastningsregistret», below a head that says «Saknas»."""
    if lack.why == "new_version":
        return _("Underskrift av den nya texten till tystnadsförbindelsen")
    return lacking(lack) if lack.why == "lapsed" else what(lack.demand)


def lacking_here(lack: Lack) -> str:
    """«Inte noterat som visat.», below the name of the demand."""
    if lack.why != "missing":
        return f"{lacking(lack)}."
    said = {
        "check": _("Inte noterat som visat."),
        "undertaking": _("Inte noterad."),
        "demand": _("Inte noterat som uppfyllt."),
    }
    return said[lack.demand.kind]


def ground(demand: Demand) -> str:
    """The clause, and the law where there is one: «1.4.4 st. 3; lagen (2013:852) …»."""
    return f"{demand.clause}; {demand.law}" if demand.law else demand.clause


def work_with(exposure: Collection[Exposure], before: Collection[Exposure]) -> str:
    """«arbete som möter barn»."""
    named = [str(_WORK[each]) for each in before if each in exposure]
    return _(" och ").join(named)


def lacking_before(who: str, lack: Lack, exposure: Collection[Exposure]) -> str:
    """Who, what is missing, by which clause or law, and what to do."""
    told = {
        "who": who,
        "work": work_with(exposure, lack.before),
        "lack": lacking(lack),
        "ground": ground(lack.demand),
        "todo": str(_TODO[lack.demand.kind]),
    }
    return _("%(who)s kan inte sättas på %(work)s. %(lack)s (%(ground)s). %(todo)s") % told


def posts_in_words(posts: Decimal) -> str:
    """Full-time posts as figures: «3,2», «0,75», «1»."""
    return quantity(posts, "").rstrip()


def stops(before: Collection[Exposure]) -> str:
    """«Tills dess inget arbete som möter barn.» Nothing where nothing is stopped."""
    named = _(" och ").join(str(_WORK[each]) for each in before)
    return _("Tills dess: inget %(work)s.") % {"work": named} if named else ""


def at_work_as(function: str, kind: str) -> str:
    """«Ledare, anställd»; «Volontär» is not said twice."""
    return function if function.casefold() == kind.casefold() else f"{function}, {kind}"
