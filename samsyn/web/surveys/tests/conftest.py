from __future__ import annotations

from typing import Any

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.surveys.tests.asking import TODAY, House, a_house


@pytest.fixture
def asking(cast: Cast, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    return a_house(cast)
