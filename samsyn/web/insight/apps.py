from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "samsyn.web.insight"
    label = "insight"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.documents import uses
        from samsyn.web.insight.daily import share_of
        from samsyn.web.insight.presenters.uses import handed_over_as
        from samsyn.web.insight.room import room_of
        from samsyn.web.insight.whereabouts import places_of
        from samsyn.web.obligations import daily, whereabouts
        from samsyn.web.organisations.roles import Permission

        rooms.register("insight", room_of)
        uses.register(handed_over_as)
        whereabouts.register(places_of)
        daily.register(share_of, Permission.DECIDE)
