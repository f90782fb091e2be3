from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "samsyn.web.placements"
    label = "placements"

    def ready(self) -> None:
        """My day has a door to the daily work, and what the viewer must do in it."""
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.obligations import daily
        from samsyn.web.placements.daily import share_of
        from samsyn.web.placements.room import room_of

        rooms.register("placements", room_of)
        daily.register(share_of)
