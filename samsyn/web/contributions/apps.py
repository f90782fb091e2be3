from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "samsyn.web.contributions"
    label = "contributions"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.contributions.room import room_of

        rooms.register("contributions", room_of)
