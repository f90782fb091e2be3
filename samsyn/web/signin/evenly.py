"""An answer that takes as long for an address that is known as for one that is not."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

SECONDS = 0.3
"""More than it takes to look someone up and to write the letter, which is sent after the answer."""


def answered_evenly(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        began = time.monotonic()
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            time.sleep(max(0.0, SECONDS - (time.monotonic() - began)))
        return response

    return wrapped
