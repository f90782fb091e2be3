from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "samsyn.web.meetings"
    label = "meetings"

    def ready(self) -> None:
        """A paper's page says what it is used for."""
        from samsyn.web.documents import uses
        from samsyn.web.meetings.presenters.uses import minutes_on

        uses.register(minutes_on)
