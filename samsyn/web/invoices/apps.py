from django.apps import AppConfig


class InvoicesConfig(AppConfig):
    name = "samsyn.web.invoices"
    label = "invoices"
