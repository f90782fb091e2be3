from django.apps import AppConfig


class ChangesConfig(AppConfig):
    name = "samsyn.web.changes"
    label = "changes"

    def ready(self) -> None:
        """A paper's page says what it is used for."""
        from samsyn.web.changes.presenters.uses import steps_on
        from samsyn.web.documents import uses

        uses.register(steps_on)
