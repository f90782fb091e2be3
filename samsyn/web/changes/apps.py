from django.apps import AppConfig


class ChangesConfig(AppConfig):
    name = "samsyn.web.changes"
    label = "changes"
