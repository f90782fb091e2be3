"""What every page knows: colour scheme, languages, whether the day is fixed and whether it is a demo."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_info, gettext

COLOR_SCHEMES = ("auto", "light", "dark")
SCHEME_COOKIE = "samsyn_color_scheme"


def color_scheme(request: HttpRequest) -> str:
    """The scheme the reader has chosen; auto follows the machine."""
    chosen = request.COOKIES.get(SCHEME_COOKIE, "auto")
    return chosen if chosen in COLOR_SCHEMES else "auto"


def _fixed_today() -> date | None:
    fixed = getattr(settings, "SAMSYN_TODAY", None)
    return date.fromisoformat(fixed) if isinstance(fixed, str) and fixed else fixed or None


def address_of(request: HttpRequest) -> str:
    """Where the reader is, as an address that can be fetched: an answer to a form may stand where only forms go."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc != request.get_host():
        return "/"
    return came_from.path + (f"?{came_from.query}" if came_from.query else "")


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor for the base page."""
    return {
        "color_scheme": color_scheme(request),
        "color_schemes": [("light", gettext("Ljust")), ("dark", gettext("Mörkt")), ("auto", gettext("Auto"))],
        "language_choices": [
            (code, get_language_info(code)["name_local"].capitalize()) for code, _ in settings.LANGUAGES
        ],
        "here": address_of(request),
        "fixed_today": _fixed_today(),
        "demo_mode": bool(getattr(settings, "SAMSYN_DEMO", False)),
    }
