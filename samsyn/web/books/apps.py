from django.apps import AppConfig


class BooksConfig(AppConfig):
    name = "samsyn.web.books"
    label = "books"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.books.room import room_of

        rooms.register("books", room_of)
