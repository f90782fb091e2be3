from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "samsyn.web.agreements"
    label = "agreements"
