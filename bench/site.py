"""The site as it is served, with the addresses of bench.urls; with BENCH_MINIMAL nothing stands around its views."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def served(*, minimal: bool = False) -> Iterator[int]:
    """A port on which the site answers, with the workers and threads that it has in use."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    more = {"SAMSYN_HOSTS": "127.0.0.1"} | ({"BENCH_MINIMAL": "1"} if minimal else {})
    with subprocess.Popen([sys.executable, "-m", "bench.site", "127.0.0.1", str(port)], env=os.environ | more) as site:
        try:
            while site.poll() is None:
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield port
        finally:
            site.terminate()


if __name__ == "__main__":
    granian_process.serve(sys.argv[1], int(sys.argv[2]), "bench.site:worker")
