from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    name = "samsyn.web.releases"
    label = "releases"
