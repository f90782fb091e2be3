"""A claim of each party against the other, both raised, each with what is said, planned and paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.claims.models import Claim, Entry, Instalment, Plan, Repaid
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/claims"
_ONE = f"{_AT}/<uuid:claim>"
_NAMED = "/as/kommunen/partnerships/{slug}/claims"
_CLAIM = ["made", "term", "against", "title", "says", "first", "last", "amount"]

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/start/": InPartnership(Permission.MANAGE_MONEY),
    f"{_AT}/received/<uuid:demand>/answer/": Acting(Permission.DECIDE),
    f"{_ONE}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_ONE}/change/": Acting(Permission.MANAGE_MONEY),
    f"{_ONE}/discard/": Acting(Permission.MANAGE_MONEY, post=True),
    f"{_ONE}/raise/": Acting(Permission.DECIDE, post=True),
    f"{_ONE}/consider/<int:exception>/": InPartnership(Permission.DECIDE),
    f"{_ONE}/prepare/": InPartnership(Permission.FULFIL),
    f"{_ONE}/decision/": Acting(Permission.DECIDE),
    f"{_ONE}/withdraw/": Acting(Permission.DECIDE),
    f"{_ONE}/plan/": InPartnership(Permission.MANAGE_MONEY),
    f"{_ONE}/plans/<uuid:plan>/agree/": InPartnership(Permission.MANAGE_MONEY, post=True),
    f"{_ONE}/pay/": InPartnership(Permission.MANAGE_MONEY),
    f"{_ONE}/repaid/<uuid:repaid>/confirm/": Acting(Permission.MANAGE_MONEY, post=True),
    f"{_ONE}/repaid/<uuid:repaid>/take-back/": Acting(Permission.MANAGE_MONEY, post=True),
}

TERMS = """
[repayment.aterkrav-i-prov]
clause = "återkrav"
says = "Parterna kan kräva tillbaka pengar som använts till annat."
by = ["{public}", "{civil}"]
to = ["{public}", "{civil}"]
cause = "misuse"
extent = "affected_part"
exceptions = ["Parten har varit omsorgsfull"]
"""
ANSWERED = """
## återkrav · Återkrav
Pengar kan krävas tillbaka.

Terms: `aterkrav-i-prov`
"""


@dataclass
class Laid:
    """The municipality's, and `received`: the one against it."""

    claim: Claim
    received: Claim
    plan: Plan
    repaid: Repaid


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    received = _of(cast.association, cast.municipality, partnership, now, 1)
    claim = _of(cast.municipality, cast.association, partnership, now, 2)
    return Laid(claim, received, Plan.objects.get(claim=claim), Repaid.objects.get(claim=claim))


def _of(whose: Organisation, against: Organisation, partnership: Partnership, now: datetime, number: int) -> Claim:
    own: dict[str, Any] = {"partnership": partnership, "organisation": whose}
    claim = Claim.objects.create(
        **own, against=against, number=number, term="aterkrav-i-prov", clause="återkrav", title="Hyra", says="Annat.",
        amount_ore=100, drafted_at=now, raised_at=now, raised_on=TODAY,
    )  # fmt: skip
    Entry.objects.create(**own, claim=claim, kind="raised", on=TODAY, recorded_at=now)
    plan = Plan.objects.create(**own, claim=claim, number=1, proposed_at=now)
    Instalment.objects.create(**own, plan=plan, due=TODAY, amount_ore=100)
    Repaid.objects.create(**own, claim=claim, on=TODAY, amount_ore=100, noted_at=now)
    return claim


SAMPLES = {
    "claim": lambda sample: sample.laid["claims"].claim.pk,
    "demand": lambda sample: sample.laid["claims"].received.pk,
    "plan": lambda sample: sample.laid["claims"].plan.pk,
    "repaid": lambda sample: sample.laid["claims"].repaid.pk,
    "exception": lambda sample: 0,
}
TYPED = {
    f"{_NAMED}/start/": _CLAIM,
    f"{_NAMED}/{{claim}}/change/": _CLAIM,
    f"{_NAMED}/received/{{demand}}/answer/": ["says"],
    f"{_NAMED}/{{claim}}/consider/{{exception}}/": ["holds", "says"],
    f"{_NAMED}/{{claim}}/prepare/": ["meeting"],
    f"{_NAMED}/{{claim}}/decision/": ["amount", "because"],
    f"{_NAMED}/{{claim}}/withdraw/": ["says"],
    f"{_NAMED}/{{claim}}/plan/": ["number", "first", "months"],
    f"{_NAMED}/{{claim}}/pay/": ["made", "on", "amount", "reference"],
}
CHANGEABLE = {"claims_claim": True, "claims_repaid": False}
ADDABLE = {"claims_entry": None, "claims_plan": None, "claims_instalment": None}
MOVED = {table: ["organisation_id", "partnership_id"] for table in ("claims_claim", "claims_repaid")}
