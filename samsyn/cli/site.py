"""The web server, and the ringer of bells beside it, as processes that never outlive the command that started them."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress

_PATIENCE = 60.0  # seconds until the first answer
_LOOK_AFTER = 60.0  # seconds between looks at the ringer of bells


def free_port(address: str, wanted: int | None, first: int) -> int | None:
    """`wanted` if it is free; without a wish the first free one from `first` on. None when taken."""
    candidates = [wanted] if wanted is not None else list(range(first, first + 50))
    return next((port for port in candidates if _is_free(address, port)), None)


def run_site(address: str, port: int, when_ready: Callable[[], None], *, bells: bool = False) -> int:
    """Serve until stopped; `when_ready` is called once the site answers. Returns the exit status.

    `bells`: also ring those of the schedule (purging and the like), anew if the ringer should end.
    """
    site = _start("samsyn.cli.granian_process", address, str(port))
    ringer: subprocess.Popen[bytes] | None = None
    try:
        if _wait_for_answer(site, address, port):
            when_ready()
        while bells and site.poll() is None:
            if ringer is None or ringer.poll() is not None:
                ringer = _start("samsyn.cli.bells_process")
            with suppress(subprocess.TimeoutExpired):
                return site.wait(timeout=_LOOK_AFTER)
        return site.wait()
    finally:
        if ringer is not None:
            _stop(ringer)
        _stop(site)


def _start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches the command alone, which then stops the site and after it the database.
    return subprocess.Popen([sys.executable, "-m", module, *arguments], start_new_session=True)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Let running requests finish; the database goes only after the site has."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _is_free(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
        return True


def _wait_for_answer(site: subprocess.Popen[bytes], address: str, port: int) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while site.poll() is None and time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection(address, port, timeout=_PATIENCE)
            connection.request("GET", "/", headers={"Host": "localhost"})
            connection.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            return True
        finally:
            connection.close()
    return False
