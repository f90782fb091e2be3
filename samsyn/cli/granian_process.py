"""The process that serves: granian with WSGI, the fastest measured with row-level security (design, section 7)."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

WORKERS = 2
THREADS = 4
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG, linux/prctl.h


def serve(address: str, port: int, worker: str = "samsyn.cli.granian_process:worker") -> None:
    """Serve until SIGTERM; also when the command that started it is killed without a chance to say so.

    `worker`: where the function is that each worker calls for its application.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    end_with_parent(signal.SIGTERM)
    Granian(
        worker,
        factory=True,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,  # no line per request: docs/decisions/a-contact-leaves-no-trace.md
        respawn_failed_workers=True,
        workers_kill_timeout=15,
    ).serve()


def worker() -> Callable[..., Any]:
    """Called in each worker. A worker whose master was killed would keep the port and answer for ever."""
    end_with_parent(signal.SIGKILL)
    from samsyn.web.project.wsgi import application

    return application


def end_with_parent(number: signal.Signals) -> None:
    """Be sent the signal when the parent dies, however it dies."""
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(_DEATH_SIGNAL, number)
    if os.getppid() != parent:  # it died between the two lines
        os.kill(os.getpid(), number)


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
