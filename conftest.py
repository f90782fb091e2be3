"""The ground every test stands on: Django's settings, and a PostgreSQL that only tests that ask for it start.

Tests of pure rules need neither: `pytest -p no:django samsyn/rules`.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from samsyn.cli.installation import state_folder
from samsyn.postgres import Server, running_server
from samsyn.postgres.places import make_folder
from tests import database, once

ROOT = Path(__file__).parent
pytest_plugins = ["samsyn.web.access.fixtures", "tests.boundaries.ground"]
STATE = Path(os.environ.get("SAMSYN_TEST_STATE") or state_folder() / "test")
NOTHING_SKIPPED = os.environ.get("SAMSYN_NOTHING_SKIPPED") == "1"


# A suite started in the background has Ctrl-C ignored, and so would every program that a test starts and then ends so.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN and threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _settle_django() -> None:
    """Before any conftest or test imports a model. The real DATABASE_URL of a machine is never used."""
    for name in [name for name in os.environ if name.startswith("DATABASE_")]:
        del os.environ[name]
    os.environ["DATABASE_RETENTION_URL"] = "postgresql:///settled-when-a-test-asks-for-it"
    os.environ["DJANGO_SETTINGS_MODULE"] = "samsyn.web.project.settings"
    os.environ["SAMSYN_DEMO"] = "1"
    make_folder(STATE)
    os.environ["SAMSYN_STATE"] = str(STATE)
    import django

    django.setup()
    once.look_for_static_files_once()


once.keep_bytecode(STATE / "bytecode")
if "no:django" not in sys.argv and (ROOT / "samsyn/web/project/settings.py").exists():
    _settle_django()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Without pytest-django its own setting in pyproject.toml would be an unknown one."""
    if "no:django" in sys.argv:
        parser.addini("django_find_project", "belongs to pytest-django")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Side by side, files that take long are begun first, so that no worker is left alone with one at the end.

    Those are files with a slow or browser test, then those that concern the whole; the many small ones fill in.
    """
    if hasattr(config, "workerinput"):
        long = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("browser")}
        items.sort(key=lambda item: (item.path not in long, ROOT / "tests" not in item.path.parents))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server without fsync, shared with whoever tests in this checkout at the same time."""
    with running_server(STATE, durable=False) as server:
        yield server


@pytest.fixture(scope="session")
def django_db_setup(
    postgres: Server, django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Callable[[], None]]:
    """Instead of pytest-django's own: migrated by samsyn_owner, tested as samsyn_app."""
    with django_db_blocker.unblock(), database.ready_for_tests(postgres) as put_back:
        yield put_back


@pytest.fixture(scope="module")
def committed_once(django_db_setup: Callable[[], None], django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For a file whose tests take back all that they do: what is laid on this stays until the last of them."""
    with django_db_blocker.unblock():
        yield
        django_db_setup()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, a test that did not find ../shared has failed."""
    report = yield
    if NOTHING_SKIPPED and report.skipped and "shared" in report.keywords:
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped, and SAMSYN_NOTHING_SKIPPED=1: put shared/ beside the checkout"
    return report
