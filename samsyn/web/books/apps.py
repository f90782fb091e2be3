from django.apps import AppConfig


class BooksConfig(AppConfig):
    name = "samsyn.web.books"
    label = "books"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.books.daily import share_of
        from samsyn.web.books.room import room_of
        from samsyn.web.obligations import daily
        from samsyn.web.organisations.roles import Permission

        rooms.register("books", room_of)
        daily.register(share_of, Permission.MANAGE_MONEY)
