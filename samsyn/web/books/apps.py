from django.apps import AppConfig


class BooksConfig(AppConfig):
    name = "samsyn.web.books"
    label = "books"
