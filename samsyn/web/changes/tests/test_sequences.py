"""Random sequences of acts by all parties: what is in force is what the clause demands, no more and no less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.rules.timeline import terms_on
from samsyn.web.access.fixtures import Cast
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes import actions
from samsyn.web.changes.content import file_name
from samsyn.web.changes.models import Change
from samsyn.web.changes.tests.laying import (
    APPROVED,
    BOARD,
    MANDATE,
    NOW,
    SIGNED,
    SIX_MONTHS,
    TODAY,
    lay,
    proposed,
    step,
)
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

PARTIES = ("kommunen", "foreningen", "andra")
KINDS = ("approval", "signature", "board_decision", "legal_force", "notified", "refusal", "received", "corrected")
_GIVE_UP = (ValidationError, PermissionDenied, Change.DoesNotExist)


@dataclass(frozen=True)
class Try:
    """Somebody of a party tries to take a step, dated so many days ago."""

    party: str
    kind: str
    ago: int
    within_limits: bool
    role: Role

    @property
    def on(self) -> date:
        return TODAY - timedelta(days=self.ago)


tries = st.builds(
    Try,
    st.sampled_from(PARTIES),
    st.sampled_from(KINDS),
    st.integers(0, 30),
    st.booleans(),
    st.sampled_from([Role.HEAD, Role.STEERING, Role.CONTROLLER, Role.AUDITOR]),
)
Done = Mapping[tuple[str, str], Try]


def _signed(done: Done) -> bool:
    return all((party, "signature") in done for party in PARTIES)


def _approved(done: Done) -> bool:
    return all((party, "approval") in done for party in PARTIES)


def _board(done: Done) -> bool:
    others = all((party, "approval") in done for party in ("foreningen", "andra"))
    decided, force = done.get(("kommunen", "board_decision")), done.get(("kommunen", "legal_force"))
    return others and decided is not None and force is not None and decided.on <= force.on


def _mandate(done: Done) -> bool:
    own = done.get(("kommunen", "approval"))
    return (own is not None and own.within_limits) or ("kommunen", "board_decision") in done


FORMS: dict[str, tuple[str, Any]] = {
    "signed by all": (SIGNED, _signed),
    "approved by all": (APPROVED, _approved),
    "the board, in legal force": (BOARD, _board),
    "a function with a mandate": (MANDATE, _mandate),
    "no clause": ("", _signed),
}
ROLES = (Role.HEAD, Role.STEERING, Role.CONTROLLER, Role.AUDITOR)
pytestmark = pytest.mark.slow
_FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_MANY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def everybody(cast: Cast) -> Cast:
    """Made before the examples: what an example makes is taken back with it."""
    for organisation in (cast.municipality, cast.association, cast.other_association):
        for role in ROLES:
            cast.person(organisation, role)
    return cast


@pytest.mark.parametrize("form", FORMS)
@_MANY
@given(acts=st.lists(tries, max_size=14))
def test_nothing_takes_effect_without_every_form_that_its_clause_demands(
    everybody: Cast, form: str, acts: list[Try]
) -> None:
    cast = everybody
    clause, demanded = FORMS[form]
    with transaction.atomic():
        partnership = lay(cast, clause, three=True)
        change = _proposed(cast, partnership)
        done: dict[tuple[str, str], Try] = {}
        refused = in_force = False
        for act in acts:
            if _taken(cast, change, act):
                assert act.role in (Role.HEAD, Role.STEERING)
                done[act.party, act.kind] = act
                refused |= act.kind == "refusal"
                in_force |= demanded(done) and not refused
            with cast.as_(cast.municipality, Role.HEAD):
                months = terms_on(dossier_of(partnership), TODAY, TODAY).notice["uppsagning"].months
            assert (months == 6) is in_force, (form, act, done)
        transaction.set_rollback(True)


@pytest.mark.parametrize("form", ["signed by all", "approved by all", "the board, in legal force"])
@_FEW
@given(acts=st.lists(tries.filter(lambda act: act.kind != "refusal"), max_size=10), order=st.randoms())
def test_whatever_the_order_of_steps_the_terms_in_force_are_the_same(
    everybody: Cast, form: str, acts: list[Try], order: Any
) -> None:
    """The same steps on the same days, recorded in another order. Each stands once: only the first of a kind counts."""
    cast = everybody
    once = list({(act.party, act.kind): act for act in acts}.values())
    needed = [Try(party, kind, 3, True, Role.HEAD) for party in PARTIES for kind in ("approval", "signature")]
    force = [Try("kommunen", "board_decision", 20, True, Role.HEAD), Try("kommunen", "legal_force", 1, True, Role.HEAD)]
    known = {(act.party, act.kind) for act in once}
    every = [*once, *(act for act in [*needed, *force] if (act.party, act.kind) not in known)]
    every = [act for act in every if act.role in (Role.HEAD, Role.STEERING)]
    other = list(every)
    order.shuffle(other)
    assert _file(cast, form, every) == _file(cast, form, other)


def _file(cast: Cast, form: str, acts: list[Try]) -> bytes | None:
    """What the agreement then holds, or nothing. A decision of the board is written before its legal force."""
    acts = sorted(acts, key=lambda act: act.kind == "legal_force")
    with transaction.atomic():
        partnership = lay(cast, FORMS[form][0], three=True)
        change = _proposed(cast, partnership)
        for act in acts:
            _taken(cast, change, act)
        with cast.as_(cast.municipality, Role.HEAD):
            found = dossier_of(partnership).files.get(file_name(change))
        transaction.set_rollback(True)
    return found


def _proposed(cast: Cast, partnership: Partnership) -> Change:
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        return proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)


def _taken(cast: Cast, change: Change, act: Try) -> bool:
    owners = {"kommunen": cast.municipality, "foreningen": cast.association, "andra": cast.other_association}
    says = "Nej." if act.kind == "refusal" else ""
    try:
        with cast.as_(owners[act.party], act.role) as viewer:
            step(change, act.kind, by=viewer, on=act.on, within_limits=act.within_limits, says=says)
    except _GIVE_UP:
        return False
    return True


def test_a_step_on_a_draft_or_by_a_stranger_is_no_step(cast: Cast) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = actions.draft(
            partnership,
            "amendment",
            {"clause": "3", "says": "Sex."},
            content=SIX_MONTHS,
            by=viewer,
            now=NOW,
            today=TODAY,
        )
        with pytest.raises(ValidationError, match="utkast"):
            step(change, "approval", by=viewer)
    with cast.as_(cast.other_association, Role.HEAD) as viewer, pytest.raises(_GIVE_UP):
        actions.take_step(change, "approval", {"on": TODAY}, by=viewer, now=NOW, today=TODAY)
