from django.apps import AppConfig


class InvoicesConfig(AppConfig):
    name = "samsyn.web.invoices"
    label = "invoices"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.invoices.daily import share_of
        from samsyn.web.invoices.room import room_of
        from samsyn.web.invoices.whereabouts import places_of
        from samsyn.web.obligations import daily, whereabouts
        from samsyn.web.organisations.roles import Permission

        rooms.register("invoices", room_of)
        whereabouts.register(places_of)
        daily.register(share_of, Permission.MANAGE_MONEY, Permission.DECIDE)
