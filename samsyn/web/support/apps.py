from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "samsyn.web.support"
    label = "support"
