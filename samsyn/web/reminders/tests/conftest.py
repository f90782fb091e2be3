import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.reminders.tests import laying


@pytest.fixture
def table(cast: Cast) -> laying.Table:
    return laying.lay(cast)
