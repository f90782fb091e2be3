from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "samsyn.web.insight"
    label = "insight"
