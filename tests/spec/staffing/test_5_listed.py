"""What another party may read of those who work

Which demands are met, and since when; of an extract from a register only that one was shown. That there was cause to
ask somebody for a check is told nobody.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.staffing import CauseFacts, Fulfilled, WorkerFacts, listed
from tests.spec.small import agreement

TERMS = """
[register_check.hiring]
clause = "5"
says = "Den som anställs visar utdrag."
by = ["the-association"]
of = ["employees"]
registers = ["criminal_records"]
when = ["hiring", "on_cause"]
law = "Lagen (2013:852)"

[register_check.on-cause]
clause = "6"
says = "Finns det anledning begärs utdrag."
by = ["the-association"]
of = ["employees", "volunteers"]
registers = ["suspicions"]
when = ["on_cause"]
law = "Bara överenskommelsen"

[undertaking.secrets]
clause = "10"
says = "Alla skriver under."
by = ["the-association"]
of = "all"
"""
DAY = date(2026, 6, 1)
EMPLOYED = WorkerFacts("employee", date(2026, 2, 1))
VOLUNTEER = WorkerFacts("volunteer", date(2026, 2, 1))
SHOWN, SIGNED = Fulfilled("hiring", date(2026, 2, 1)), Fulfilled("secrets", date(2026, 2, 3), version=1)


def says(worker: WorkerFacts, *met: Fulfilled, newest: int = 1) -> list[tuple[str, str, date | None]]:
    found = listed(agreement(TERMS).agreement, "the-association", worker, met, DAY, {"secrets": newest})
    return [(each.demand.requirement, each.state, each.since) for each in found]


def test_an_extract_has_no_day_and_an_undertaking_the_day_it_was_signed() -> None:
    assert says(EMPLOYED, SHOWN, SIGNED) == [("hiring", "met", None), ("secrets", "met", date(2026, 2, 3))]


def test_what_is_lacking_is_said_and_what_is_not_demanded_is_not() -> None:
    assert says(EMPLOYED) == [("hiring", "missing", None), ("secrets", "missing", None)]
    assert says(VOLUNTEER) == [("secrets", "missing", None)]


def test_who_was_asked_on_cause_stands_as_everybody_else() -> None:
    """She showed an extract when she was hired, and was asked again in May: the list says what it said in April."""
    asked = WorkerFacts("employee", date(2026, 2, 1), causes=tuple(
        CauseFacts(each, date(2026, 5, 4)) for each in ("hiring", "on-cause")
    ))  # fmt: skip
    assert says(asked, SHOWN, SIGNED) == says(EMPLOYED, SHOWN, SIGNED)


def test_who_has_signed_an_earlier_text_has_signed() -> None:
    assert says(VOLUNTEER, SIGNED, newest=2) == [("secrets", "partly", date(2026, 2, 3))]
