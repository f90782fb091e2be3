"""Does a duty's `when` make sense for its kind? An annual report on request is more likely another kind."""

from __future__ import annotations

from samsyn.rules.obligations.duty import shape_of
from samsyn.rules.obligations.kinds import KINDS
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.duties import Duty

_MEANS = {"recurring": "comes back (every)", "once": "comes once (by, between, once)", "standing": "has no day (on)"}


def unfitting(agreement: Agreement) -> list[tuple[Duty, str]]:
    """Duties whose `when` does not fit their kind, each with a sentence on what to write instead."""
    return [
        (duty, f"a duty of kind «{duty.kind}» that {_MEANS[shape_of(duty.when)]} is unusual. {_advice(duty)}")
        for duty in agreement.duty.values()
        if shape_of(duty.when) not in KINDS[duty.kind].shapes
    ]


def _advice(duty: Duty) -> str:
    fitting = ", ".join(name for name, kind in KINDS.items() if shape_of(duty.when) in kind.shapes)
    usual = " or ".join(_MEANS[shape] for shape in KINDS[duty.kind].shapes)
    return f"Write a when that {usual}, or one of the kinds {fitting}"
