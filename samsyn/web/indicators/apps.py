from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "samsyn.web.indicators"
    label = "indicators"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.indicators.room import pages_of, room_of
        from samsyn.web.theory import measured

        rooms.register("indicators", room_of)
        measured.register(pages_of)
