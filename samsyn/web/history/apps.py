from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class HistoryConfig(AppConfig):
    name = "samsyn.web.history"
    label = "history"

    def ready(self) -> None:
        """Every capability describes its acts beside its actions; the history page must know them all."""
        autodiscover_modules("actions")
