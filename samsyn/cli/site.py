"""The web server as a process of its own, which never outlives the command that started it."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable

_PATIENCE = 60.0  # seconds until the first answer


def free_port(address: str, wanted: int | None, first: int) -> int | None:
    """`wanted` if it is free; without a wish the first free one from `first` on. None when taken."""
    candidates = [wanted] if wanted is not None else list(range(first, first + 50))
    return next((port for port in candidates if _is_free(address, port)), None)


def run_site(address: str, port: int, when_ready: Callable[[], None]) -> int:
    """Serve until stopped; `when_ready` is called once the site answers. Returns the exit status."""
    command = [sys.executable, "-m", "samsyn.cli.granian_process", address, str(port)]
    # A session of its own: Ctrl-C reaches the command alone, which then stops the site and after it the database.
    site = subprocess.Popen(command, start_new_session=True)
    try:
        if _wait_for_answer(site, address, port):
            when_ready()
        return site.wait()
    finally:
        _stop(site)


def _stop(site: subprocess.Popen[bytes]) -> None:
    """Let running requests finish; the database goes only after the site has."""
    if site.poll() is None:
        site.terminate()
    try:
        site.wait(timeout=20)
    except subprocess.TimeoutExpired:
        site.kill()
        site.wait()


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
