"""{% load books_words %}: the last day of what is kept half-open, a month, and an address of this room."""

from datetime import date

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def last_day_of(until: date) -> date:
    return until - date.resolution


@register.filter
def month(first: date) -> str:
    """«januari 2026»."""
    return date_format(first, "F Y").lower()
