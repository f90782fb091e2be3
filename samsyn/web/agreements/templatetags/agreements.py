"""{% load agreements %}: the clause tag that leads to its clause."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from samsyn.web.agreements.addresses import Addresses
from samsyn.web.ui.components.words import clause

register = template.Library()


@register.simple_tag(takes_context=True)
def clause_tag(
    context: template.Context, label: str, assumed: bool = False, meaning: str = "", to: Addresses | None = None
) -> SafeString:
    """The clause with a link to its page. Over several partnerships, give `to`; elsewhere the frame has it."""
    where: Any = to or context.get("to")
    return clause(label, href=where.clause(label) if where else "", assumed=assumed, meaning=meaning)


@register.simple_tag(takes_context=True)
def clause_address(context: template.Context, label: str, to: Addresses | None = None) -> str:
    """The address of a clause, for components that take `clause_href`."""
    where: Any = to or context.get("to")
    return where.clause(label) if where else ""
