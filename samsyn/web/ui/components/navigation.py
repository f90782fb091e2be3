"""Where one is and where one can go: breadcrumb, local places, pages of a list, buttons."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.core.paginator import Page
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samsyn.web.ui.components.words import Place

register = template.Library()

BUTTON_KINDS = ("primary", "secondary", "quiet", "cannot")


@register.inclusion_tag("ui/parts/breadcrumb.html")
def breadcrumb(places: Iterable[Place]) -> dict[str, Any]:
    """The way here, outermost first; the page itself is not in it, its heading stands below."""
    return {"places": list(places)}


@register.inclusion_tag("ui/parts/places.html")
def places(items: Iterable[Place], label: str) -> dict[str, Any]:
    """The places inside one thing (local navigation). Plain links; the one you are in says so."""
    return {"items": list(items), "label": label}


@register.inclusion_tag("ui/parts/pages.html", takes_context=True)
def pagination(context: template.Context, page: Page[Any], parameter: str = "page") -> dict[str, Any]:
    """Steps between the pages of a list; keeps the other parameters of the address."""
    request = context.get("request")
    kept = request.GET.copy() if request else None
    if kept is not None:
        kept.pop(parameter, None)
    start = f"?{kept.urlencode()}&" if kept else "?"
    return {
        "page": page,
        "numbers": list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)),
        "address": f"{start}{parameter}=",
        "gap": page.paginator.ELLIPSIS,
    }


def _classes(kind: str) -> str:
    if kind not in BUTTON_KINDS:
        raise template.TemplateSyntaxError(f"button kind {kind!r}: write one of {', '.join(BUTTON_KINDS)}")
    return f"ds-button button button-{kind}"


@register.simple_tag
def button(text: str, kind: str = "secondary", name: str = "", value: str = "") -> SafeString:
    """A button that submits its form. At most one primary in view."""
    named = format_html(' name="{}" value="{}"', name, value) if name else SafeString("")
    return format_html('<button type="submit" class="{}"{}>{}</button>', _classes(kind), named, text)


@register.simple_tag
def link_button(text: str, url: str, kind: str = "secondary") -> SafeString:
    """A link that looks like a button, for the act that a page is about."""
    return format_html('<a href="{}" class="{}">{}</a>', url, _classes(kind), text)
