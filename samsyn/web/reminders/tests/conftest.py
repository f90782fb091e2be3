import pytest

from samsyn.web.reminders.tests import laying
from tests.boundaries.samples import Sample


@pytest.fixture
def table(sample: Sample) -> laying.Table:
    return laying.lay_on(sample)
