from django.apps import AppConfig


class TalliesConfig(AppConfig):
    name = "samsyn.web.tallies"
    label = "tallies"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.tallies.room import room_of

        rooms.register("tallies", room_of)
