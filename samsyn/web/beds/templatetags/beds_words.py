"""{% load beds_words %}: nights as people at a shelter say them."""

from __future__ import annotations

from datetime import date, timedelta

from django import template

from samsyn.web.ui.formats import civil_date

register = template.Library()


@register.filter
def morning_after(night: date) -> str:
    """«söndag 29 november»: a night is told by the morning that it leads to."""
    return weekday(night + timedelta(days=1))


@register.filter
def weekday(day: date) -> str:
    """«söndag 29 november», without the year."""
    return civil_date(day, "weekday").rsplit(" ", 1)[0]


@register.filter
def clock(written: str) -> str:
    """«09.00» of an agreement's «09:00»."""
    return written.replace(":", ".")


@register.filter
def last_night(upper: date | None) -> date | None:
    """The last night of a half-open range by its upper end."""
    return upper - timedelta(days=1) if upper else None
