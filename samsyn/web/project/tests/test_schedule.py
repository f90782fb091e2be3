"""What happens unasked."""

import pytest
from procrastinate.contrib.django import app

from samsyn.web.project.schedule import BELLS, Bell


@pytest.mark.django_db(databases=["default", "retention"], transaction=True)
@pytest.mark.parametrize("bell", BELLS, ids=[bell.name for bell in BELLS])
def test_a_bell_may_ring_twice(bell: Bell) -> None:
    task = app.tasks[bell.name]
    task(timestamp=0)
    task(timestamp=0)


def test_every_bell_is_hung_once_and_nothing_else_is() -> None:
    hung = {periodic.task.name: periodic.cron for periodic in app.periodic_registry.periodic_tasks.values()}
    assert hung == {bell.name: bell.cron for bell in BELLS}
