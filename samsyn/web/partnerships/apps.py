from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "samsyn.web.partnerships"
    label = "partnerships"
