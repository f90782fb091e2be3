"""{% load contributions_words %}: a line's amount with its unit, and the last day of what is kept half-open."""

from datetime import date
from typing import Any

from django import template

from samsyn.web.contributions.models import Contribution
from samsyn.web.ui.formats import quantity

register = template.Library()


@register.filter
def amount(line: Contribution) -> str:
    return quantity(line.quantity, line.get_unit_display())


@register.filter
def last_day(days: Any) -> date:
    last: date = days.upper - date.resolution
    return last
