"""A line of each party's own effort; the association's is not put forward."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.contributions.models import Contribution
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/contributions"
_NAMED = "/as/kommunen/partnerships/{slug}/contributions"
_LINE = ["made", "kind", "what", "in_kind", "first", "last", "quantity", "unit", "value", "valued_how"]

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/add/": InPartnership(Permission.FULFIL),
    f"{_AT}/hours/": InPartnership(Permission.FULFIL),
    f"{_AT}/put-forward/<int:year>/": InPartnership(Permission.FULFIL, post=True),
    f"{_AT}/<uuid:contribution>/change/": Acting(Permission.FULFIL),
    f"{_AT}/<uuid:contribution>/remove/": Acting(Permission.FULFIL, post=True),
    f"{_AT}/<uuid:contribution>/take-back/": Acting(Permission.FULFIL),
}

TERMS = """
[in_kind.insats-i-prov]
clause = "insats"
says = "Parterna bidrar med lokaler."
by = ["{public}", "{civil}"]
items = ["Lokaler"]
"""
ANSWERED = """
## insats · Egen insats
Lokaler.

Terms: `insats-i-prov`
"""


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Contribution:
    """The municipality's."""
    _line({"partnership": partnership, "organisation": cast.association}, now)
    return _line({"partnership": partnership, "organisation": cast.municipality}, now)


def _line(whose: dict[str, Any], now: datetime) -> Contribution:
    days = DateRange(date(TODAY.year, 1, 1), TODAY)
    return Contribution.objects.create(
        **whose, kind="premises", days=days, quantity=Decimal(2), unit="months", made_at=now
    )


SAMPLES = {
    "contribution": lambda sample: sample.laid["contributions"].pk,
    "year": lambda sample: TODAY.year,
}
ASKED = {f"{_NAMED}/": ["year"]}
TYPED = {
    f"{_NAMED}/add/": _LINE,
    f"{_NAMED}/hours/": ["first", "last", "per_hour", "source"],
    f"{_NAMED}/{{contribution}}/change/": _LINE,
    f"{_NAMED}/{{contribution}}/take-back/": ["because"],
}
CHANGEABLE = {"contributions_contribution": True}
MOVED = {"contributions_contribution": ["organisation_id", "partnership_id"]}
