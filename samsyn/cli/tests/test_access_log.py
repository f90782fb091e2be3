"""The server writes no line per request: an address beside an hour is what nobody was to have (web/support)."""

from __future__ import annotations

from typing import Any

import granian
import pytest

from samsyn.cli import granian_process


def test_the_server_is_started_without_an_access_log(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    class Heard:
        def __init__(self, *given: Any, **said: Any) -> None:
            asked.update(said)

        def serve(self) -> None:
            asked["served"] = True

    monkeypatch.setattr(granian, "Granian", Heard)
    monkeypatch.setattr(granian_process, "end_with_parent", lambda number: None)
    granian_process.serve("127.0.0.1", 1)
    assert asked["served"]
    assert asked["log_access"] is False
