"""May this leave the party when another asks for it? A paragraph at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samsyn.rules.secrecy import Trial, grounds_for, may_hand_out, protected_at
from samsyn.rules.terms import Agreement
from tests.spec.small import agreement

BASIS = """
[legal_basis.lagstod]
clause = "2"
says = "{says}"
basis = "{basis}"
"""
PROMISE = """
[secrecy.lofte]
clause = "10"
says = "Föreningen lovar att tiga."
of = ["the-municipality"]
binds = ["the-association"]
law = "Överenskommelsen, avsnitt 10"
rule = "contract"
about = "Uppgifter om deltagare som är hemliga hos nämnden"
"""
WHOLE = Trial("whole", tells_of_anyone=False, tried_as="Direktor")


def terms(basis: str, more: str = "") -> Agreement:
    return agreement(BASIS.format(says="Så är det.", basis=basis) + more).agreement


OWN = terms("own_activity")
KNOWN = grounds_for(OWN, "the-association")

CASES = [
    ("what somebody has tried may leave", WHOLE, True),
    ("what nobody has tried may not", replace(WHOLE, tried_as=" "), False),
    ("what tells of anyone may not, whoever tried it", replace(WHOLE, tells_of_anyone=True), False),
    (
        "nor with a ground for the rest",
        Trial("part", tells_of_anyone=True, tried_as="Direktor", grounds=("not-kept",), because="Finns inte."),
        False,
    ),
    ("a part with its ground and its words", Trial("part", False, "Direktor", ("not-kept",), "Finns inte."), True),
    ("a part without a ground may not", Trial("part", False, "Direktor", (), "Finns inte."), False),
    ("nor without words", Trial("part", False, "Direktor", ("not-kept",), " "), False),
    ("nor on a ground that is not this party's", Trial("part", False, "Direktor", ("osl-26-1",), "Hemligt."), False),
    ("nothing is nothing", Trial("nothing", False, "Direktor", ("not-kept",), "Finns inte."), False),
]


@pytest.mark.parametrize(("trial", "leaves"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_leaves(trial: Trial, leaves: bool) -> None:
    assert bool(may_hand_out(trial, KNOWN)) is leaves


def test_a_refusal_says_the_paragraph_that_it_rests_on() -> None:
    trial = Trial("nothing", False, "Direktor", ("extracts",), "Bara att de har visats antecknas.")
    assert may_hand_out(trial, KNOWN).reason.inputs == (("grund", "5 § lagen (2013:852)"),)


@pytest.mark.parametrize(
    ("basis", "party", "keys"),
    [
        ("own_activity", "the-association", []),
        ("sol_without_assessment", "the-association", ["sol-17-11"]),
        ("sol_decided", "the-association", ["sol-17-11"]),
        ("labour_market", "the-association", []),
        ("own_activity", "the-municipality", ["osl-26-1"]),
        ("labour_market", "the-municipality", ["osl-28-11"]),
    ],
)
def test_whose_secrecy_depends_on_who_it_is_and_what_the_work_is(basis: str, party: str, keys: list[str]) -> None:
    """An association's own work has no duty of silence by law; the act of 2009 binds authorities and nobody else."""
    found = [each.key for each in grounds_for(terms(basis), party)]
    assert found == [*keys, "extracts", "not-needed", "not-kept", "not-covered"]


def test_a_promise_in_the_agreement_is_a_ground_of_whom_it_binds() -> None:
    promised = terms("own_activity", PROMISE)
    assert [each.clause for each in grounds_for(promised, "the-association")][:1] == ["10"]
    assert "lofte" not in [each.key for each in grounds_for(promised, "the-other-association")]


def test_an_authority_keeps_what_it_gets_by_its_own_paragraph_and_an_association_by_none() -> None:
    assert protected_at(OWN, "the-municipality").startswith("26 kap. 1 §")
    assert protected_at(OWN, "the-association") == ""
