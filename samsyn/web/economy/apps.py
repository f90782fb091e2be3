from django.apps import AppConfig


class EconomyConfig(AppConfig):
    name = "samsyn.web.economy"
    label = "economy"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.economy.room import room_of

        rooms.register("economy", room_of)
