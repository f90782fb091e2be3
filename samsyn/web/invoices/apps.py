from django.apps import AppConfig


class InvoicesConfig(AppConfig):
    name = "samsyn.web.invoices"
    label = "invoices"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.invoices.daily import share_of
        from samsyn.web.invoices.room import room_of
        from samsyn.web.obligations import daily
        from samsyn.web.organisations.roles import Permission

        rooms.register("invoices", room_of)
        daily.register(share_of, Permission.MANAGE_MONEY, Permission.DECIDE)
