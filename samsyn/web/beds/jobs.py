"""The bell of the night places: every hour the lists are written, where a folder is set for them."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from samsyn.web.beds.lists import write_lists
from samsyn.web.project import clock


def write_the_lists() -> None:
    if settings.SAMSYN_LIST_FOLDER:
        write_lists(Path(settings.SAMSYN_LIST_FOLDER), now=clock.now())
