"""The youth evenings as a living partnership: two boards of one city and a club."""

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.obligations.tests.laying import YOUTH, Laid, lay


@pytest.fixture
def youth(cast: Cast) -> Laid:
    """Kommunen and the other board on one side, Föreningen on the other; Andra föreningen has no part in it."""
    return lay(
        YOUTH,
        with_={
            "socialnamnden": cast.municipality,
            "skol-och-fritidsnamnden": cast.other_board,
            "ov-helsingborg": cast.association,
        },
    )
