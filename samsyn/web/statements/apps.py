from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "samsyn.web.statements"
    label = "statements"
