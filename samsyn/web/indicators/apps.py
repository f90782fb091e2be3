from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "samsyn.web.indicators"
    label = "indicators"
