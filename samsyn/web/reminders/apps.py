from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "samsyn.web.reminders"
    label = "reminders"
