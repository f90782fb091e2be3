from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "samsyn.web.meetings"
    label = "meetings"
