"""{% load ui %}: every component of the gallery. Each lives in its own file under `components`."""

from django import template

from samsyn.web.ui.components import forms, layout, line, navigation, tables, words

register = template.Library()

for component in (words, layout, line, navigation, tables, forms):
    register.tags.update(component.register.tags)
    register.filters.update(component.register.filters)
