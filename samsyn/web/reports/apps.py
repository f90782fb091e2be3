from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "samsyn.web.reports"
    label = "reports"
