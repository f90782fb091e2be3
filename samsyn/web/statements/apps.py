from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "samsyn.web.statements"
    label = "statements"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.documents import uses
        from samsyn.web.obligations import daily, whereabouts
        from samsyn.web.organisations.roles import Permission
        from samsyn.web.statements.daily import share_of
        from samsyn.web.statements.presenters.uses import handed_in_as
        from samsyn.web.statements.room import room_of
        from samsyn.web.statements.whereabouts import places_of

        rooms.register("statements", room_of)
        uses.register(handed_in_as)
        whereabouts.register(places_of)
        daily.register(share_of, Permission.MANAGE_MONEY, Permission.DECIDE)
