"""What a figure in a published table is called, and where it was read."""

from __future__ import annotations

from urllib.parse import urlsplit

from django import template
from django.utils.translation import gettext, pgettext

from samsyn.rules.money import IndexFigure

register = template.Library()


@register.filter
def status_word(figure: IndexFigure) -> str:
    return gettext("utfall") if figure.status == "outcome" else gettext("prognos")


@register.filter
def status_letter(figure: IndexFigure) -> str:
    return pgettext("outcome", "U") if figure.status == "outcome" else pgettext("forecast", "P")


@register.filter
def site_of(address: str) -> str:
    """«skl.se» of a whole address."""
    return urlsplit(address).hostname or address
