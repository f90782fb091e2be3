from django.apps import AppConfig


class BedsConfig(AppConfig):
    name = "samsyn.web.beds"
    label = "beds"
