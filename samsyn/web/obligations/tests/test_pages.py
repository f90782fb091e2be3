"""Every page of obligations, for every agreement there is."""

from pathlib import Path

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.obligations.tests.laying import FOLDERS, lay
from samsyn.web.organisations.roles import Role


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_agreement_has_all_its_pages(folder: Path, cast: Cast) -> None:
    laid = lay(folder)
    party = laid.a_party()
    browser = cast.client(party, Role.CONTROLLER)
    start = f"/as/{party.slug}/partnerships/{laid.partnership.slug}/obligations/"
    for address in ("", "?period=all", "?period=none", "sides/?period=all", "calendar/"):
        answer = browser.get(start + address)
        assert answer.status_code == 200, address
    for address in ("", "partnerships/"):
        assert browser.get(f"/as/{party.slug}/{address}").status_code == 200, address
