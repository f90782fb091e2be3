"""A wire between a browser and the server that can be cut: `Wire(url)` listens at an address of its own.

Playwright's `set_offline` does not reach service workers, and a route that is aborted never reaches the server at all.
Here the bytes are ours: whole, cut, or with every answer lost on the way back.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from enum import Enum
from urllib.parse import urlsplit

_LOOPBACK = "127.0.0.1"
_PIECE = 65536


class State(Enum):
    WHOLE = "whole"
    CUT = "cut"
    ANSWERS_LOST = "answers lost"


class Wire:
    """One thread listens, two carry each connection. `close()` ends them all."""

    def __init__(self, url: str) -> None:
        there = urlsplit(url)
        self._there = (there.hostname or _LOOPBACK, there.port or 80)
        self._state = State.WHOLE
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._ear = socket.create_server((_LOOPBACK, 0))
        self.lost = threading.Event()
        self.url = f"http://localhost:{self._ear.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """From now on every connection breaks, those that are open too."""
        self._become(State.CUT)

    def lose_answers(self) -> None:
        """Requests arrive and are done; the answer never comes back. `lost` is set when it has happened once."""
        self._become(State.ANSWERS_LOST)

    def mend(self) -> None:
        self._become(State.WHOLE)

    def close(self) -> None:
        self._become(State.CUT)
        self._ear.close()

    def _become(self, state: State) -> None:
        # Open connections break at every change: a browser keeps them and would not notice.
        with self._lock:
            self._state = state
            self.lost.clear()
            for each in self._open:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
            self._open.clear()

    def _listen(self) -> None:
        while True:
            try:
                here, _ = self._ear.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(here,), daemon=True).start()

    def _carry(self, here: socket.socket) -> None:
        with contextlib.closing(here), contextlib.suppress(OSError):
            if self._state is State.CUT:
                return
            with socket.create_connection(self._there) as there:
                with self._lock:
                    self._open |= {here, there}
                back = threading.Thread(target=self._return, args=(there, here), daemon=True)
                back.start()
                while piece := here.recv(_PIECE):
                    there.sendall(piece)
                back.join(timeout=5)

    def _return(self, there: socket.socket, here: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := there.recv(_PIECE):
                if self._state is State.ANSWERS_LOST:
                    here.shutdown(socket.SHUT_RDWR)
                    self.lost.set()
                    return
                here.sendall(piece)
        with contextlib.suppress(OSError):
            here.shutdown(socket.SHUT_RDWR)
