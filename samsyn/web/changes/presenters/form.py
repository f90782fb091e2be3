"""Which form a clause demands, in sentences: who must do what, by when, and who may do it for the party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.mandates import Demand, Way
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.changes.presenters.follows import tag

_DOES: dict[str, Promise] = {
    "approval": _("godkänner"),
    "signature": _("undertecknar"),
    "board_decision": _("fattar beslut i nämnden"),
    "legal_force": _("låter beslutet vinna laga kraft"),
    "demand": _("kräver rättelse"),
    "corrected": _("rättar"),
    "dialogue": _("talar igenom saken med motparten"),
    "notified": _("meddelar det skriftligen"),
    "received": _("bekräftar att meddelandet har kommit"),
}


def demands_of(ways: Sequence[Way], terms: Agreement) -> Iterator[str]:
    """One sentence for each way: what the clause says and what each party does. One of several ways is enough."""
    for number, way in enumerate(ways):
        lead = gettext("eller %(clause)s") if number else "%(clause)s"
        who = " ".join(_sentence(each, terms) for each in way.demands)
        yield f"{lead % {'clause': tag(way.clause).label}}: {way.reason.says} {who}"


def _sentence(demand: Demand, terms: Agreement) -> str:
    does = _done(demand.steps)
    if demand.instead:
        does = gettext("%(this)s, eller %(that)s") % {"this": does, "that": _done(demand.instead)}
    words = {"who": terms.party_name(demand.party), "function": demand.function, "does": does, "by": demand.by}
    if demand.function and demand.by:
        return gettext("%(who)s (%(function)s) %(does)s senast %(by)s.") % words
    if demand.function:
        return gettext("%(who)s (%(function)s) %(does)s.") % words
    if demand.by:
        return gettext("%(who)s %(does)s senast %(by)s.") % words
    return gettext("%(who)s %(does)s.") % words


def _done(steps: Iterable[str]) -> str:
    return together(str(_DOES.get(step, step)) for step in steps)


def signers_in(ways: Sequence[Way], terms: Agreement) -> Iterator[tuple[str, str]]:
    """Every party that one of the ways asks something of, and the function that signs for it."""
    asked = {demand.party: demand.function for way in reversed(ways) for demand in way.demands}
    for key, party in terms.party.items():
        if key in asked:
            yield key, asked[key] or party.signs or ""
