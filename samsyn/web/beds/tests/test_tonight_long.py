"""A full house in the morning: the log is within reach, and those who are gone are folded below it."""

from __future__ import annotations

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.beds import actions
from samsyn.web.beds.tests.laying import NIGHT, NOW, Laid, lay
from samsyn.web.beds.tests.test_tonight import LATE, MORNING, AtSite, at, give, text


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(cast)


def test_who_has_left_and_who_did_not_come_stand_folded_below_the_log(
    laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, missing, inside = (give(laid, called, laid.kajen) for called in ("Ana", "Bo", "Costel"))
    with laid.staff(laid.kajen) as viewer:
        actions.check_out(actions.arrive(left, NIGHT, by=viewer, now=NOW), by=viewer, now=MORNING)
        actions.arrive(inside, NIGHT, by=viewer, now=NOW)
        actions.no_show(missing, NIGHT, by=viewer, now=LATE)
    at(monkeypatch, MORNING)
    page = text(AtSite(laid).get())
    order = [
        "#log",
        f"stay-{inside.pk}",
        'id="log"',
        'id="out"',
        f"stay-{left.pk}",
        'id="not-come"',
        f"stay-{missing.pk}",
    ]
    assert [page.index(each) for each in order] == sorted(page.index(each) for each in order)
    for gone in (left, missing):
        before = page[: page.index(f"stay-{gone.pk}")]
        assert before.rindex("<details") > before.rindex("</details>"), "folded"
    assert before.count('<details class="opens" open') == 0
