"""What every test would otherwise do again, with the same result each time."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any


def keep_bytecode(folder: Path) -> None:
    """Also where the machine says PYTHONDONTWRITEBYTECODE, and for the programs and workers that tests start.

    Compiling Samsyn and its libraries takes three seconds of a processor; the suite starts Python some sixty times.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(folder)
    sys.dont_write_bytecode = False


def look_for_static_files_once() -> None:
    """Each django.test.Client builds the middleware anew, and WhiteNoise's then looks at every static file there is."""
    from django.conf import settings
    from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]

    look = WhiteNoiseMiddleware.add_files_from_finders
    found: dict[tuple[Any, ...], dict[str, Any]] = {}

    def look_once(self: WhiteNoiseMiddleware) -> None:
        place = (self.static_prefix, self.static_root, self.max_age, *settings.STATICFILES_DIRS)
        if place not in found:
            look(self)
            found[place] = dict(self.files)
        self.files.update(found[place])

    WhiteNoiseMiddleware.add_files_from_finders = look_once
