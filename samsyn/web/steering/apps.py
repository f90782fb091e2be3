from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "samsyn.web.steering"
    label = "steering"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.steering.room import room_of

        rooms.register("steering", room_of)
