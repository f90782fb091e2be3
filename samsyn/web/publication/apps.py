from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "samsyn.web.publication"
    label = "publication"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.publication.room import room_of

        rooms.register("publication", room_of)
