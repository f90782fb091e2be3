from django.apps import AppConfig


class TalliesConfig(AppConfig):
    name = "samsyn.web.tallies"
    label = "tallies"
