"""{% load tallies_words %}: the last day of what is kept half-open."""

from datetime import date, timedelta

from django import template

register = template.Library()


@register.filter
def day_before(upper: date) -> date:
    return upper - timedelta(days=1)
