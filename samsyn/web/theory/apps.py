from django.apps import AppConfig


class TheoryConfig(AppConfig):
    name = "samsyn.web.theory"
    label = "theory"
