"""The part of allauth that we open. Nobody signs up, and an address is changed by an administrator."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from samsyn.web.signin.evenly import answered_evenly

_RESET_KEY = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

on_the_way_in = [
    path("login/", login_not_required(account.login), name="account_login"),
    path("login/code/", login_not_required(mfa.authenticate), name="mfa_authenticate"),
    path("login/key/", login_not_required(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("logout/", login_not_required(account.logout), name="account_logout"),
    path("inactive/", login_not_required(account.account_inactive), name="account_inactive"),
    path("password/reset/", login_not_required(answered_evenly(account.password_reset)), name="account_reset_password"),
    path("password/reset/done/", login_not_required(account.password_reset_done), name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        login_not_required(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(_RESET_KEY, login_not_required(account.password_reset_from_key), name="account_reset_password_from_key"),
]

one_s_own = [
    path("password/change/", account.password_change, name="account_change_password"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("confirm/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("confirm/key/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("factors/", mfa.index, name="mfa_index"),
    path("factors/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("factors/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("factors/codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("factors/codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("factors/codes/file/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("factors/keys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("factors/keys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("factors/keys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("factors/keys/<int:pk>/edit/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
]

urlpatterns = [*on_the_way_in, *one_s_own]

ABOUT_ONE_S_OWN_SIGN_IN = frozenset(str(pattern.name) for pattern in one_s_own)
