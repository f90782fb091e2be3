"""The pad as an app: its page, its manifest and its service worker. None holds a secret or a figure, to anyone.

The page is a shell: which pad the tablet is, and what has been counted, it asks `/pad/state/` for.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext, pgettext
from django.views.decorators.http import require_safe

from samsyn.web.tallies.presenters.pad_words import pad_words
from samsyn.web.ui.context import color_scheme

_STORE = ("vendor/idb/umd.js", "tallies/queue.js", "tallies/sending.js")
_PAGE = (*_STORE, "tallies/pad.js")
# workbox-sw would fetch these by itself; named here they are hashed like every other file.
_WORKBOX = tuple(
    f"vendor/workbox-{part}/workbox-{part}.prod.js" for part in ("core", "routing", "strategies", "precaching")
)
_WORKER = (*_WORKBOX, *_STORE, "tallies/worker.js")
_LOOKS = (
    "ui/theme.css",
    "tallies/pad.css",
    "ui/icon.svg",
    "vendor/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
)
_PAPER = "#faf6ed"
_PINE = "#1e5947"


@login_not_required
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_shell(request))


@login_not_required
@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    home = reverse("pad:pad")
    about: dict[str, object] = {
        "name": gettext("Räkneplatta"),
        "short_name": pgettext("tally", "Räkna"),
        "lang": get_language(),
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "background_color": _PAPER,
        "theme_color": _PINE,
        "icons": [{"src": static("ui/icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(about, content_type="application/manifest+json")


@login_not_required
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker: what belongs to the shell, each with its digest, so that a change in any renews them all."""
    home = reverse("pad:pad")
    shell: list[dict[str, str | None]] = [{"url": home, "revision": sha256(_shell(request).encode()).hexdigest()}]
    shell += [{"url": static(path), "revision": _digest(path)} for path in (*_PAGE, *_LOOKS)]
    scripts = ", ".join(json.dumps(static(path)) for path in _WORKER)
    text = f'"use strict";\nself.SHELL = {json.dumps(shell)};\nimportScripts({scripts});\n'
    return HttpResponse(text, content_type="text/javascript; charset=utf-8", headers={"Service-Worker-Allowed": home})


def _shell(request: HttpRequest) -> str:
    """Without the request's context: nothing of who asks may be kept in a tablet's cache."""
    context = {
        "words": pad_words(),
        "scripts": [static(path) for path in _PAGE],
        "time_zone": settings.TIME_ZONE,
        "color_scheme": color_scheme(request),
    }
    return render_to_string("tallies/pad.html", context)


def _digest(path: str) -> str | None:
    """None where the address itself has the digest in it (collected static files)."""
    if static(path) != f"/{settings.STATIC_URL.strip('/')}/{path}":
        return None
    found = finders.find(path)
    return sha256(Path(found).read_bytes()).hexdigest() if isinstance(found, str) else "missing"
