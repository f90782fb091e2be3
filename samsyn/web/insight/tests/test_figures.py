"""Figures in an answer: only what was let go, and no small number of it."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.insight import actions
from samsyn.web.insight.actions import Asking, Saying
from samsyn.web.insight.models import Answer, Request
from samsyn.web.insight.tests.conftest import INSIGHT
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.releases.queries import released
from samsyn.web.releases.tests.conftest import AGREEMENT, NOW, TODAY, Table


@pytest.fixture
def counting(cast: Cast) -> Table:
    parties = {"kommunen": cast.municipality, "foreningen": cast.association, "andra": cast.other_association}
    with acting_as_job(Job.SEED):
        files = {"agreement.toml": (AGREEMENT + INSIGHT).encode()}
        return Table(cast, register_partnership(files, parties, by=Job.SEED, now=NOW, today=TODAY))


def asked(table: Table) -> Request:
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.select_related("partnership").get(partnership=table.partnership, term="insyn")
    with table.by(table.municipality, Role.CONTROLLER) as by:
        return actions.ask(owed, Asking("Antal besök i våras."), made=uuid4(), by=by, now=NOW, today=TODAY)


def test_released_figures_are_written_as_anybody_may_see_them(counting: Table) -> None:
    """3 women of 120 visits: neither they nor what would tell of them stand in the answer."""
    counting.let_go(counting.visits({"woman": 3, "man": 90, "other": 0, "not_stated": 27}))
    request = asked(counting)
    with counting.by() as by:
        (figure,) = released(by, counting.partnership)
        assert figure.release is not None
        said = Saying("all", "Direktor", figures=[figure.release])
        answer = actions.answer(request, said, made=uuid4(), by=by, now=NOW, today=TODAY)
    tables = {
        block["key"]: block for section in answer.content["sections"] for block in section["blocks"] if "key" in block
    }
    cells = [cell["value"] for row in tables["siffra-1-1"]["rows"] for cell in row]
    assert "visas inte" in cells
    assert "3" not in cells
    assert "120 besök" in json.dumps(tables["siffror"], ensure_ascii=False)
    page = counting.cast.client(counting.municipality, Role.HEAD)
    at = counting.home(counting.municipality).replace("/releases/", f"/insight/{request.pk}/")
    assert "Besok, " in page.get(at).content.decode()


def test_what_was_not_let_go_or_is_another_s_goes_no_way(counting: Table) -> None:
    counting.let_go(counting.visits({"woman": 40, "man": 50}, whose=counting.other), whose=counting.other)
    request = asked(counting)
    with counting.by(counting.other) as by:
        (theirs,) = released(by, counting.partnership)
    assert theirs.release is not None
    for chosen in (theirs.release, uuid4()):
        with counting.by() as by, pytest.raises(ValidationError, match="inte er"):
            actions.answer(
                request, Saying("all", "Direktor", figures=[chosen]), made=uuid4(), by=by, now=NOW, today=TODAY
            )
    with acting_as_job(Job.SEED):
        assert not Answer.objects.exists()
