from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "samsyn.web.incidents"
    label = "incidents"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.incidents.daily import share_of
        from samsyn.web.incidents.room import room_of
        from samsyn.web.obligations import daily

        rooms.register("incidents", room_of)
        daily.register(share_of)
