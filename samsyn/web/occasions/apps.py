from django.apps import AppConfig


class OccasionsConfig(AppConfig):
    name = "samsyn.web.occasions"
    label = "occasions"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.obligations import daily
        from samsyn.web.obligations.presenters import calendars
        from samsyn.web.occasions.presenters.feed import timed_of
        from samsyn.web.occasions.room import room_of, share_of

        rooms.register("occasions", room_of)
        daily.register(share_of)
        calendars.register(timed_of)
