from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    name = "samsyn.web.releases"
    label = "releases"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.releases.room import room_of

        rooms.register("releases", room_of)
