from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "samsyn.web.support"
    label = "support"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.support.room import room_of

        rooms.register("support", room_of)
