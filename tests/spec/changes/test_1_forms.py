"""In what form something is changed: what each party must do, and from which day it counts

Every change has at least one way, opened by a clause. A way is a list of demands, each on one party. In the lists below
«the-municipality: signature» is a demand that is not met yet; `done 2026-03-05` says that nothing is missing, and the
day on which the last demand was met. That day is the day of the change, whatever order the steps were recorded in.
"""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.mandates import Asked, NotPossible, Taken, done_on, missing, nearest, ways
from samsyn.rules.reading import Dossier
from tests.spec.small import agreement

TODAY = date(2026, 3, 10)
SIGNED_BY_ALL = """
    [change.changes]
    clause = "8"
    says = "Ändringar är skriftliga och undertecknade av alla parter."
    form = "written_signed_by_all"
"""


def march(day: int) -> date:
    return date(2026, 3, day)


def lacks(dossier: Dossier, asked: Asked, *taken: Taken, today: date = TODAY) -> list[str]:
    """What is missing on the way that is nearest, or from which day the change counts."""
    way = nearest(ways(dossier, asked, taken, today=today), taken)
    if day := done_on(way, taken):
        return [f"done {day}"]
    return [f"{demand.party}: {', '.join(demand.steps)}" for demand in missing(way, taken)]


def test_signed_by_all_needs_the_signature_of_every_party() -> None:
    dossier = agreement(SIGNED_BY_ALL)
    one = Taken("the-municipality", "signature", march(2))
    assert lacks(dossier, Asked("amendment"), one) == [
        "the-association: signature",
        "the-other-association: signature",
    ]
    rest = (Taken("the-other-association", "signature", march(5)), Taken("the-association", "signature", march(3)))
    assert lacks(dossier, Asked("amendment"), one, *rest) == ["done 2026-03-05"]


def test_an_approval_is_no_signature() -> None:
    approved = [Taken(party, "approval", march(2)) for party in ("the-municipality", "the-association")]
    assert "the-municipality: signature" in lacks(agreement(SIGNED_BY_ALL), Asked("amendment"), *approved)


def test_a_mandate_lets_a_function_decide_within_its_limits_and_the_board_beyond_them() -> None:
    """«Mål, syfte eller värdegrund» are families that the mandate does not reach. A change of them needs the board."""
    given = """
        [change.changes]
        clause = "Beslut 3"
        says = "Förvaltningschefen får besluta om förändringar."
        form = "mandate"
        by = ["the-municipality"]

        [mandate.head]
        clause = "Beslut 3"
        says = "Förvaltningschefen får ändra, men inte målen."
        party = "the-municipality"
        function = "Förvaltningschef"
        may = ["change"]
        limits = ["Målen ändras inte"]
        not_reaching = ["goal"]
    """
    duty, goal = Asked("amendment", families=frozenset({"duty"})), Asked("amendment", families=frozenset({"goal"}))
    outside = Taken("the-municipality", "approval", march(2))
    within = Taken("the-municipality", "approval", march(2), within_limits=True)
    decided = Taken("the-municipality", "board_decision", march(4))
    assert lacks(agreement(given), duty, outside) == ["the-municipality: approval"]
    assert lacks(agreement(given), duty, within) == ["done 2026-03-02"]
    assert lacks(agreement(given), goal, within) == ["the-municipality: board_decision"]
    assert lacks(agreement(given), goal, decided) == ["done 2026-03-04"]


def test_a_board_s_decision_counts_from_the_day_it_has_legal_force() -> None:
    given = """
        [change.changes]
        clause = "9"
        says = "Ändringar är skriftliga och godkänns av alla parter."
        form = "written_approved_by_all"

        [mandate.board]
        clause = "8"
        says = "Nämnden själv godkänner, och beslutet ska ha vunnit laga kraft."
        party = "the-municipality"
        function = "Nämnden"
        may = ["approve"]
        level = "board"
        legal_force = true
    """
    others = [Taken(party, "approval", march(1)) for party in ("the-association", "the-other-association")]
    decided = Taken("the-municipality", "board_decision", march(2))
    force = Taken("the-municipality", "legal_force", march(9))
    early = Taken("the-municipality", "legal_force", march(1))
    whole = "the-municipality: board_decision, legal_force"
    assert lacks(agreement(given), Asked("amendment"), *others, decided) == [whole]
    assert lacks(agreement(given), Asked("amendment"), *others, decided, early) == [whole]
    assert lacks(agreement(given), Asked("amendment"), *others, decided, force) == ["done 2026-03-09"]


def test_where_the_text_does_not_say_how_it_is_changed_every_party_signs() -> None:
    """That is our reading, and the reason says so: an agreement is changed as it was made."""
    found = ways(agreement(""), Asked("amendment"), today=TODAY)
    assert [demand.steps for demand in found[0].demands] == [("signature",)] * 3
    assert "samsyn" in found[0].reason.assumptions


EXTENSION = """
    [extension.longer]
    clause = "2"
    says = "Kan förlängas ett år, skriftligen och senast tre månader innan."
    months = 12
    deadline = { months_before_end = 3 }
    form = "written_agreement"
"""


def test_an_extension_is_agreed_in_time_or_made_as_a_change() -> None:
    """Until 2028-09-30 an approval by each is enough. After that day the clause is of no use any more."""
    dossier = agreement(EXTENSION + SIGNED_BY_ALL)
    parties = ("the-municipality", "the-association", "the-other-association")
    in_time = [Taken(party, "approval", date(2028, 9, 30)) for party in parties]
    late = [Taken(party, "approval", date(2028, 10, 1)) for party in parties]
    signed = [Taken(party, "signature", date(2028, 10, 2)) for party in parties]
    after = date(2028, 10, 10)
    assert lacks(dossier, Asked("extension"), *in_time, today=after) == ["done 2028-09-30"]
    assert lacks(dossier, Asked("extension"), *late, today=after)[0] == "the-municipality: approval"
    assert lacks(dossier, Asked("extension"), *late, *signed, today=after) == ["done 2028-10-02"]


def test_an_extension_that_is_only_told_needs_one_party() -> None:
    dossier = agreement(EXTENSION.replace("written_agreement", "written_notice"))
    assert lacks(dossier, Asked("extension", by="the-association")) == ["the-association: notified"]


def test_notice_is_given_by_a_party_that_the_clause_names() -> None:
    given = """
        [notice.leaving]
        clause = "3"
        says = "Nämnden får säga upp. Uppsägningstiden är tre månader."
        months = 3
        by = ["the-municipality"]
    """
    assert lacks(agreement(given), Asked("notice", by="the-municipality")) == ["the-municipality: notified"]
    with pytest.raises(NotPossible) as refused:
        ways(agreement(given), Asked("notice", by="the-association"), today=TODAY)
    assert refused.value.reason.clause == "3"


def test_notice_is_taken_back_by_all_unless_the_text_lets_its_giver_do_it() -> None:
    given = """
        [notice.leaving]
        clause = "3"
        says = "Uppsägningstiden är tre månader."
        months = 3
    """
    alone = given.rstrip() + '\n        taken_back_by = "giver"\n'
    asked = Asked("withdrawal", by="the-association", of="uppsagning-1")
    assert len(lacks(agreement(given), asked)) == 3
    assert lacks(agreement(alone), asked) == ["the-association: notified"]


def test_who_ends_the_agreement_for_cause_has_demanded_correction_on_an_earlier_day() -> None:
    """And if the other party says that it has put things right, the parties talk first."""
    given = """
        [termination.cause]
        clause = "9"
        says = "Får hävas om motparten brister och rättelse inte sker utan dröjsmål."
        causes = ["Brister allvarligt"]
        after = "demand_for_correction"
    """
    asked, dossier = Asked("termination", by="the-municipality"), agreement(given)
    demand, told = Taken("the-municipality", "demand", march(1)), Taken("the-municipality", "notified", march(9))
    same_day = Taken("the-municipality", "notified", march(1))
    corrected = Taken("the-association", "corrected", march(5))
    talked = Taken("the-municipality", "dialogue", march(7))
    assert lacks(dossier, asked, demand, same_day) == ["the-municipality: demand, notified"]
    assert lacks(dossier, asked, demand, told) == ["done 2026-03-09"]
    assert lacks(dossier, asked, demand, told, corrected) == ["the-municipality: demand, dialogue, notified"]
    assert lacks(dossier, asked, demand, talked, told, corrected) == ["done 2026-03-09"]


def test_a_waiver_has_the_form_of_a_change_unless_the_text_gives_it_to_the_receiver() -> None:
    by_receiver = SIGNED_BY_ALL.rstrip() + '\n    waiver = "written_by_receiver"\n'
    asked = Asked("waiver", by="the-association", of="report", to=("the-municipality",))
    assert len(lacks(agreement(SIGNED_BY_ALL), asked)) == 3
    assert lacks(agreement(by_receiver), asked) == ["the-municipality: notified"]


def test_a_claim_to_be_repaid_weighs_the_exceptions_and_is_owed_when_it_is_agreed() -> None:
    given = """
        [repayment.misuse]
        clause = "6"
        says = "Pengar som använts till annat kan krävas tillbaka."
        by = ["the-association"]
        to = ["the-municipality"]
        cause = "misuse"
        extent = "affected_part"
        exceptions = ["Föreningen har varit omsorgsfull"]
    """
    asked, dossier = Asked("repayment", by="the-municipality", of="misuse"), agreement(given)
    unweighed = Taken("the-municipality", "notified", march(2))
    weighed = Taken("the-municipality", "notified", march(2), within_limits=True)
    agreed = Taken("the-association", "approval", march(8))
    assert lacks(dossier, asked, unweighed, agreed) == ["the-municipality: notified"]
    assert lacks(dossier, asked, weighed) == ["the-association: approval"]
    assert lacks(dossier, asked, weighed, agreed) == ["done 2026-03-08"]
    with pytest.raises(NotPossible):
        ways(dossier, Asked("repayment", by="the-association", of="misuse"), today=TODAY)
