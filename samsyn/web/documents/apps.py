from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "samsyn.web.documents"
    label = "documents"
