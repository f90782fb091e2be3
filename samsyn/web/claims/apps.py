from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "samsyn.web.claims"
    label = "claims"
