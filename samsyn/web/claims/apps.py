from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "samsyn.web.claims"
    label = "claims"

    def ready(self) -> None:
        from samsyn.web.agreements.presenters import rooms
        from samsyn.web.claims.daily import share_of
        from samsyn.web.claims.room import room_of
        from samsyn.web.obligations import daily
        from samsyn.web.organisations.roles import Permission

        rooms.register("claims", room_of)
        daily.register(share_of, Permission.MANAGE_MONEY, Permission.DECIDE)
