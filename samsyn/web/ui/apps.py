"""The face of Samsyn: base page, components and the gallery. No domain words."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "samsyn.web.ui"
    label = "ui"
