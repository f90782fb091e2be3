"""The site as it is served, with the addresses of bench.urls; with BENCH_MINIMAL nothing stands around its views."""

import os
import sys
from collections.abc import Callable
from typing import Any

from samsyn.cli import granian_process


def worker() -> Callable[..., Any]:
    import django
    from django.conf import settings

    django.setup()
    settings.ROOT_URLCONF = "bench.urls"
    if os.environ.get("BENCH_MINIMAL"):
        settings.MIDDLEWARE = []
    return granian_process.worker()


if __name__ == "__main__":
    granian_process.serve(sys.argv[1], int(sys.argv[2]), "bench.site:worker")
