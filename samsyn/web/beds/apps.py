from django.apps import AppConfig


class BedsConfig(AppConfig):
    name = "samsyn.web.beds"
    label = "beds"

    def ready(self) -> None:
        """My day has a door to the desk, and one to tonight."""
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.beds.daily import share_of
        from samsyn.web.beds.room import room_of
        from samsyn.web.obligations import daily

        rooms.register("beds", room_of)
        daily.register(share_of)
