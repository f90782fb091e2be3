"""Words about sums."""

from __future__ import annotations

from django import template

from samsyn.web.economy.presenters.plan import changed_sentence

register = template.Library()
register.filter("as_change", changed_sentence)
