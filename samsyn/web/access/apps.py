from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "samsyn.web.access"
    label = "access"
