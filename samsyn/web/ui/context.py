"""What every page knows: colour scheme, languages, whether the day is fixed and whether it is a demo."""

from datetime import date
from typing import Any

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


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor for the base page."""
    return {
        "color_scheme": color_scheme(request),
        "color_schemes": [("light", gettext("Ljust")), ("dark", gettext("Mörkt")), ("auto", gettext("Auto"))],
        "language_choices": [
            (code, get_language_info(code)["name_local"].capitalize()) for code, _ in settings.LANGUAGES
        ],
        "fixed_today": _fixed_today(),
        "demo_mode": bool(getattr(settings, "SAMSYN_DEMO", False)),
    }
