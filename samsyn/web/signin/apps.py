from django.apps import AppConfig


class SigninConfig(AppConfig):
    name = "samsyn.web.signin"
    label = "signin"

    def ready(self) -> None:
        from allauth.account.signals import user_logged_in
        from allauth.mfa.models import Authenticator
        from django.db.models.signals import post_save

        from samsyn.web.signin import actions, second_factor

        user_logged_in.connect(actions.someone_has_signed_in, dispatch_uid="samsyn.signin.history")
        post_save.connect(
            second_factor.remember_where_it_was_added, sender=Authenticator, dispatch_uid="samsyn.signin.factor"
        )
