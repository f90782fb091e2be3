from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "samsyn.web.indicators"
    label = "indicators"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.indicators.room import room_of

        rooms.register("indicators", room_of)
