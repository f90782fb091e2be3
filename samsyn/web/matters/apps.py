from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "samsyn.web.matters"
    label = "matters"

    def ready(self) -> None:
        """A paper's page says what it is used for."""
        from samsyn.web.documents import uses
        from samsyn.web.matters.presenters.uses import entries_on

        uses.register(entries_on)
