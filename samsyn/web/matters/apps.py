from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "samsyn.web.matters"
    label = "matters"
