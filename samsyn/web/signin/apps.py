from django.apps import AppConfig


class SigninConfig(AppConfig):
    name = "samsyn.web.signin"
    label = "signin"
