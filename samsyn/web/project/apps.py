from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "samsyn.web.project"
    label = "project"
