"""Django's settings. Everything that differs between machines comes from the environment:

    DATABASE_URL            as the application's role (samsyn_app); required to serve
    DATABASE_RETENTION_URL  as samsyn_retention; without it the purge can only be tried, not run
    SAMSYN_STATE            folder for the secret key and other files of this installation
    SAMSYN_SECRET_KEY       instead of the file in SAMSYN_STATE
    SAMSYN_HOSTS            comma-separated host names; localhost without it
    SAMSYN_TLS=1            served behind TLS: secure cookies, HSTS, redirects
    SAMSYN_PROXIES          how many trusted proxies stand before us (client address, X-Forwarded-Proto)
    SAMSYN_STATIC           folder for collected, hashed static files; without it they are served from where they lie
    SAMSYN_DEMO=1           one-click logins for invented people
    SAMSYN_TODAY            the demo's day, YYYY-MM-DD
    SAMSYN_POOL=0           one connection per thread instead of a pool
    SAMSYN_ORIGINS          comma-separated origins that forms may come from, https://…, behind a proxy
    SAMSYN_EMAIL_HOST       mail server; without it letters, and the ways in that they hold, are written on stdout
    SAMSYN_EMAIL_PORT, _USER, _PASSWORD, _FROM, _TLS   the rest of it (587, TLS on)
    SAMSYN_SITE             where people find the site, https://…; letters lead there (the first of SAMSYN_HOSTS)
    SAMSYN_CONTACT          e-mail address for faults in accessibility (2018:1937, 13 §)
    SAMSYN_EXIT             where «Lämna sidan» leads on pages that must be left at once; a month of our own without it
    SAMSYN_IDLE_MINUTES     signed out after this long without a request (30)
    SAMSYN_SESSION_HOURS    signed out after this long whatever one does (10)
    SAMSYN_LARGEST_DOCUMENT_MB  how large a file may be that is laid in among the documents (20)
    SAMSYN_ISSUERS          folder of PEM files: the issuers of signing certificates that are trusted
    SAMSYN_INVOICE_RULES    folder of newer official rules (.xsl, .xslt, .xsd) that judge invoices in their place
    SAMSYN_LIST_FOLDER      folder where tonight's list of each night site is written every hour; without it, none
    SAMSYN_BACKUP_DAYS      how long backups are kept, said on the page about personal data (30)
    SAMSYN_DEBUG=1          Django's error pages; never where others can reach it

Migrating is done by another process that has DATABASE_OWNER_URL as its DATABASE_URL.
"""

import os
from pathlib import Path

from django.contrib.messages import constants as messages
from django.utils.translation import gettext_lazy as _

from samsyn.web.project import environment
from samsyn.web.ui.vendor import static_folders

ROOT = Path(__file__).resolve().parents[3]
STATE = Path(os.environ["SAMSYN_STATE"]) if os.environ.get("SAMSYN_STATE") else None

SAMSYN_DEMO = environment.flag("SAMSYN_DEMO")
SAMSYN_TODAY = environment.fixed_today()
SAMSYN_TLS = environment.flag("SAMSYN_TLS")
SAMSYN_PROXIES = environment.number("SAMSYN_PROXIES", 0)
SAMSYN_EXIT = environment.way_out()
SAMSYN_CONTACT = os.environ.get("SAMSYN_CONTACT", "")
SAMSYN_IDLE_MINUTES = environment.number("SAMSYN_IDLE_MINUTES", 30)
SAMSYN_BACKUP_DAYS = environment.number("SAMSYN_BACKUP_DAYS", 30)
SAMSYN_LARGEST_DOCUMENT_MB = environment.number("SAMSYN_LARGEST_DOCUMENT_MB", 20)
SAMSYN_ISSUERS = os.environ.get("SAMSYN_ISSUERS", "")
SAMSYN_INVOICE_RULES = os.environ.get("SAMSYN_INVOICE_RULES", "")
SAMSYN_LIST_FOLDER = os.environ.get("SAMSYN_LIST_FOLDER", "")
SAMSYN_SESSION_HOURS = environment.number("SAMSYN_SESSION_HOURS", 10)

DEBUG = environment.flag("SAMSYN_DEBUG")
SECRET_KEY = environment.secret_key(STATE)
ALLOWED_HOSTS = environment.words("SAMSYN_HOSTS", "localhost,127.0.0.1,[::1]")
ROOT_URLCONF = "samsyn.web.project.urls"
WSGI_APPLICATION = "samsyn.web.project.wsgi.application"
APPEND_SLASH = True

INSTALLED_APPS = [
    "samsyn.web.ui",
    "samsyn.web.project",
    "samsyn.web.organisations",
    "samsyn.web.partnerships",
    "samsyn.web.access",
    "samsyn.web.history",
    "samsyn.web.agreements",
    "samsyn.web.documents",
    "samsyn.web.indices",
    "samsyn.web.obligations",
    "samsyn.web.meetings",
    "samsyn.web.changes",
    "samsyn.web.matters",
    "samsyn.web.contacts",
    "samsyn.web.beds",
    "samsyn.web.placements",
    "samsyn.web.tallies",
    "samsyn.web.support",
    "samsyn.web.roster",
    "samsyn.web.occasions",
    "samsyn.web.shifts",
    "samsyn.web.contributions",
    "samsyn.web.incidents",
    "samsyn.web.surveys",
    "samsyn.web.books",
    "samsyn.web.funders",
    "samsyn.web.invoices",
    "samsyn.web.statements",
    "samsyn.web.claims",
    "samsyn.web.economy",
    "samsyn.web.theory",
    "samsyn.web.indicators",
    "samsyn.web.releases",
    "samsyn.web.reports",
    "samsyn.web.insight",
    "samsyn.web.publication",
    "samsyn.web.steering",
    "samsyn.web.reminders",
    "samsyn.web.seed",
    "samsyn.web.privacy",
    "samsyn.web.signin",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "samsyn.web.project.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samsyn.web.project.language.ChosenLanguage",
    "samsyn.web.tallies.lane.PadLane",
    "samsyn.web.access.middleware.RequestTransaction",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "samsyn.web.signin.idle.IdleTimeout",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samsyn.web.access.middleware.Doorman",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samsyn.web.access.middleware.OnlyTheInvited",
    "samsyn.web.signin.second_factor.SecondFactorRequired",
    "samsyn.web.ui.refusals.NotAllowedInWords",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "samsyn.web.ui.context.page",
                "samsyn.web.access.context.acting",
            ],
        },
    },
]

# --- Database: PostgreSQL as a role that row-level security binds -----------------------------------------

_POOL = environment.flag("SAMSYN_POOL", default=True)
DATABASES = {"default": environment.database("DATABASE_URL", pool=_POOL)}
if os.environ.get("DATABASE_RETENTION_URL"):
    DATABASES["retention"] = environment.database("DATABASE_RETENTION_URL", pool=False)
    DATABASES["retention"]["TEST"] = {"MIRROR": "default"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "samsyn_cache",
        # Django's 300 would let a flood of attempts push out the counts that stop it.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
}
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["samsyn.web.project.schedule"]

# --- Language and time -------------------------------------------------------------------------------------

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("svenska")), ("en", _("engelska"))]
LANGUAGE_COOKIE_NAME = "samsyn_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [ROOT / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

# --- Static files ------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATICFILES_DIRS = [entry for entry in static_folders(ROOT / "node_modules") if Path(entry[1]).is_dir()]
STATIC_ROOT = os.environ.get("SAMSYN_STATIC") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
WHITENOISE_AUTOREFRESH = DEBUG
if STATIC_ROOT:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

# --- Signing in --------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "organisations.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "landing"
LOGOUT_REDIRECT_URL = "landing"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "display_name"]},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "samsyn.web.signin.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# The administrator vouches for the address, and the invitation only reaches whoever reads its mail.
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ALLOW_UNVERIFIED_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Samsyn: "
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/10m/key",
    "reauthenticate": "10/m/user",
    "reset_password": "10/m/ip,3/h/key",
    "reset_password_from_key": "10/m/ip",
    "change_password": "5/m/user",
}
ACCOUNT_FORMS = {
    "login": "samsyn.web.signin.forms.LoginForm",
    "change_password": "samsyn.web.signin.forms.ChangePasswordForm",
    "reset_password": "samsyn.web.signin.forms.ResetPasswordForm",
    "reset_password_from_key": "samsyn.web.signin.forms.ResetPasswordKeyForm",
    "reauthenticate": "samsyn.web.signin.forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "samsyn.web.signin.forms.AuthenticateForm",
    "reauthenticate": "samsyn.web.signin.forms.ReauthenticateByCodeForm",
    "activate_totp": "samsyn.web.signin.forms.ActivateTOTPForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = SAMSYN_PROXIES
MFA_ADAPTER = "samsyn.web.signin.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "Samsyn"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG

# --- Cookies, TLS, mail ------------------------------------------------------------------------------------

# The __Host- prefix binds a cookie to this very host; browsers take it only over TLS.
_PREFIX = "__Host-" if SAMSYN_TLS else ""
SESSION_ENGINE = "samsyn.web.signin.sessions"
SESSION_COOKIE_NAME = f"{_PREFIX}samsyn_session"
SESSION_COOKIE_SECURE = SAMSYN_TLS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = SAMSYN_SESSION_HOURS * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = f"{_PREFIX}samsyn_csrf"
CSRF_COOKIE_SECURE = SAMSYN_TLS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "samsyn.web.project.views.stale"
CSRF_TRUSTED_ORIGINS = environment.words("SAMSYN_ORIGINS", "")
LANGUAGE_COOKIE_SECURE = SAMSYN_TLS
SECURE_SSL_REDIRECT = SAMSYN_TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SAMSYN_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SAMSYN_TLS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
FILE_UPLOAD_HANDLERS = ["samsyn.web.project.uploads.NoFiles"]
if SAMSYN_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
EMAIL_BACKEND = "samsyn.web.project.mail.Aside"
EMAIL_HOST = os.environ.get("SAMSYN_EMAIL_HOST", "")
EMAIL_PORT = environment.number("SAMSYN_EMAIL_PORT", 587)
EMAIL_HOST_USER = os.environ.get("SAMSYN_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SAMSYN_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("SAMSYN_EMAIL_TLS", default=True)
EMAIL_TIMEOUT = 20
SAMSYN_EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
SAMSYN_SITE = environment.site(tls=SAMSYN_TLS, host=ALLOWED_HOSTS[0] if ALLOWED_HOSTS else "localhost")
DEFAULT_FROM_EMAIL = os.environ.get("SAMSYN_EMAIL_FROM", "samsyn@localhost")
MESSAGE_TAGS = {messages.ERROR: "danger"}

# --- What goes wrong is written on stderr, without anyone's data -----------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "samsyn.web.project.logs.WithoutValues",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "samsyn": {"level": "INFO"},
        # Every page that is not there and every stale form would fill the log; what broke is an error.
        "django": {"handlers": [], "level": "ERROR", "propagate": True},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # The development server would write a line for every request, with address and time.
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}
