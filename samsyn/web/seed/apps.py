from django.apps import AppConfig


class SeedConfig(AppConfig):
    name = "samsyn.web.seed"
    label = "seed"
