from django.apps import AppConfig


class TheoryConfig(AppConfig):
    name = "samsyn.web.theory"
    label = "theory"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.theory.room import room_of

        rooms.register("theory", room_of)
