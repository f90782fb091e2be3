from django.apps import AppConfig


class FundersConfig(AppConfig):
    name = "samsyn.web.funders"
    label = "funders"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.funders.room import room_of

        rooms.register("funders", room_of)
