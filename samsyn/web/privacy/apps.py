from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    name = "samsyn.web.privacy"
    label = "privacy"

    def ready(self) -> None:
        """Every capability's classification.py, and ours for the tables of others."""
        autodiscover_modules("classification")
