from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "samsyn.web.surveys"
    label = "surveys"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.surveys.room import room_of

        rooms.register("surveys", room_of)
