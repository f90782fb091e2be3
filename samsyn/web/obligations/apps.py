from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    name = "samsyn.web.obligations"
    label = "obligations"
