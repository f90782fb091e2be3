from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "samsyn.web.contacts"
    label = "contacts"
