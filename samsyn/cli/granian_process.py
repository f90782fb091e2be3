"""The process that serves: granian with WSGI, the fastest measured with row-level security (design, section 7)."""

import ctypes
import os
import signal
import sys

WORKERS = 2
THREADS = 4
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG, linux/prctl.h


def serve(address: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    parent = os.getppid()
    # The command may be killed without a chance to say so; the kernel then tells us instead.
    ctypes.CDLL(None, use_errno=True).prctl(_DEATH_SIGNAL, signal.SIGTERM)
    if os.getppid() != parent:
        return
    Granian(
        "samsyn.web.project.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=15,
    ).serve()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
