"""The picture of the theory, in its forms: wide for a page and a projector, narrow for a phone. Pure."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samsyn.charts.theory import TheoryBox, TheoryWords, theory_of_change
from samsyn.rules.terms import Agreement

_SHOWN = 2


def boxes_of(terms: Agreement) -> list[TheoryBox]:
    """The nodes that hold, each with what measures it. What leads to a node that does not hold leads nowhere."""
    there = {key: node for key, node in terms.theory.items() if node.applies}
    return [
        TheoryBox(
            key=key,
            stage=node.stage,
            text=node.text,
            leads_to=tuple(each for each in node.leads_to if each in there),
            figures=tuple(_measured(terms, node.indicators)),
        )
        for key, node in there.items()
    ]


def pictures(terms: Agreement) -> list[SafeString]:
    boxes = boxes_of(terms)
    if not boxes:
        return []
    return [SafeString(theory_of_change(boxes, _words(), form)) for form in ("wide", "narrow")]


def stage_words() -> dict[str, str]:
    return {
        "resource": gettext("Resurser"),
        "activity": gettext("Aktiviteter"),
        "output": gettext("Prestationer"),
        "outcome": gettext("Utfall"),
        "effect": gettext("Effekter"),
    }


def _words() -> TheoryWords:
    return TheoryWords(
        title=gettext("Förändringsteori"),
        summary=gettext(
            "Vad som sätts in och görs, och vad det är tänkt att leda till. Listan under bilden säger samma sak."
        ),
        leads_to=gettext("leder till {numbers}"),
        stages=stage_words(),
    )


def _measured(terms: Agreement, indicators: tuple[str, ...]) -> list[str]:
    """The first two by name: the list under the picture has them all."""
    names = [terms.indicator[each].name for each in indicators if each in terms.indicator]
    shown = names if len(names) <= _SHOWN else names[: _SHOWN - 1]
    more = len(names) - len(shown)
    return [*shown, gettext("och %(n)s siffror till") % {"n": more}] if more else shown
