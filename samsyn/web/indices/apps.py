from django.apps import AppConfig


class IndicesConfig(AppConfig):
    name = "samsyn.web.indices"
    label = "indices"
