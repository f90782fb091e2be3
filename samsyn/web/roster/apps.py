from django.apps import AppConfig


class RosterConfig(AppConfig):
    name = "samsyn.web.roster"
    label = "roster"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.obligations import daily
        from samsyn.web.roster.daily import share_of
        from samsyn.web.roster.room import room_of

        rooms.register("roster", room_of)
        daily.register(share_of)
