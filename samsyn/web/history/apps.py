from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "samsyn.web.history"
    label = "history"
