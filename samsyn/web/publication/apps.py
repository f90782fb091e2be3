from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "samsyn.web.publication"
    label = "publication"
