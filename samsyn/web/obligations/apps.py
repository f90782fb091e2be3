from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    name = "samsyn.web.obligations"
    label = "obligations"

    def ready(self) -> None:
        """A paper's page says which obligations it shows to be met."""
        from samsyn.web.documents import uses
        from samsyn.web.obligations.presenters.uses import shown_by

        uses.register(shown_by)
