from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "samsyn.web.privacy"
    label = "privacy"
