from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "samsyn.web.reports"
    label = "reports"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.documents import uses
        from samsyn.web.obligations import daily, whereabouts
        from samsyn.web.organisations.roles import Permission
        from samsyn.web.reports.daily import share_of
        from samsyn.web.reports.presenters.uses import reported_as
        from samsyn.web.reports.room import room_of
        from samsyn.web.reports.whereabouts import places_of

        rooms.register("reports", room_of)
        uses.register(reported_as)
        whereabouts.register(places_of)
        daily.register(share_of, Permission.FULFIL, Permission.DECIDE)
