from django.apps import AppConfig


class RosterConfig(AppConfig):
    name = "samsyn.web.roster"
    label = "roster"
