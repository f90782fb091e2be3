"""An address that is known and one that is not take the same time to answer."""

from unittest.mock import patch

import pytest
from django.http import HttpRequest, HttpResponse

from samsyn.web.signin import evenly


def waited(method: str, took: float) -> list[float]:
    request = HttpRequest()
    request.method = method
    with patch.object(evenly, "time") as clock:
        clock.monotonic.side_effect = [100.0, 100.0 + took]
        evenly.answered_evenly(lambda request: HttpResponse())(request)
        return [call.args[0] for call in clock.sleep.call_args_list]


def test_a_quick_answer_waits_for_the_rest_of_the_time() -> None:
    assert waited("POST", 0.1) == [pytest.approx(evenly.SECONDS - 0.1)]


def test_a_slow_answer_waits_no_longer_and_a_page_does_not_wait() -> None:
    assert waited("POST", evenly.SECONDS + 1) == [0.0]
    assert waited("GET", 0.0) == []
