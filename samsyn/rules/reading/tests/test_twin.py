"""A twin has the same terms under other names, moved in time, and says that it is invented."""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.reading import BrokenAgreement, Dossier, read_files
from samsyn.rules.reading.skeleton import CLAUSES, skeleton
from samsyn.rules.reading.twin import make_twin

OVERLAY = """
id = "tvilling"
name = "Tvillingkaféet"
title = "Överenskommelse (påhittad)"
shift_years = 3

[replace]
"Föreningen Exempel" = "Föreningen Fyren"
"Föreningen" = "Fyren"

[party.foreningen]
name = "Föreningen Fyren"
org_nr = "000000-0018"
"""
REAL = (
    skeleton("exempel")
    .replace("fictitious = true", "")
    .replace(
        'says = "Nämnden bidrar',
        'note = "Enligt SFS 2025:400 och SOU 2019:56; räknat från 2027."\nsays = "Nämnden bidrar',
    )
)
FIGURE = """
[comparison.hemlosa]
clause = "1"
says = "Ett tal om en verklig stad."
value = "717"
unit = "personer"
definition = "kartläggning"
source = "Socialstyrelsen"
"""


ANNEX = """
[add.pool.platser]
clause = "2"
says = "Tio sängar, enligt bilagan."
kind = "night"
places = 10
nights = 5

[add.intake_point.luckan]
clause = "1"
says = "Luckan är öppen på kvällen."
name = "Luckan"
pools = ["platser"]
by = "fyren"
opens = "18:00"
closes = "21:30"
"""


def twin(besides: str = "", first: str = "") -> Dossier:
    clauses = CLAUSES.replace("Terms: `namnden`, `foreningen`", "Terms: `hemlosa`, `namnden`, `foreningen`")
    files = {"agreement.toml": (REAL + FIGURE).encode(), "clauses.md": clauses.encode()}
    return read_files(make_twin(files, (first + OVERLAY + besides).encode()))


def test_a_twin_can_be_read_and_says_that_it_is_fictitious() -> None:
    heading = twin().agreement.agreement
    assert (heading.id, heading.name, heading.fictitious) == ("tvilling", "Tvillingkaféet", True)


def test_every_date_is_moved_and_every_month_day_stays() -> None:
    terms = twin().agreement
    assert (terms.period.first, terms.period.last) == (date(2030, 1, 1), date(2031, 12, 31))
    assert str(terms.duty["verksamhetsberattelse"].when.due) == "03-31"


def test_years_in_our_sentences_are_moved_but_the_names_of_acts_are_not() -> None:
    assert twin().agreement.funding["bidrag"].note == "Enligt SFS 2025:400 och SOU 2019:56; räknat från 2030."


def test_names_and_numbers_are_replaced_everywhere() -> None:
    terms = twin()
    assert terms.agreement.party["fyren"].org_nr == "000000-0018"
    assert terms.agreement.party["fyren"].says == "Fyren är idéburen part."
    assert all(b"Exempel\n" not in content for content in terms.files.values())


def test_what_is_said_of_the_real_world_is_left_out() -> None:
    assert not twin().agreement.comparison
    assert all("hemlosa" not in clause.terms for clause in twin().clauses)


def test_terms_of_annexes_that_we_do_not_have_are_added_under_their_clause() -> None:
    """In the words, time and ids of the twin: they are invented as its parties are."""
    dossier = twin(ANNEX)
    point = dossier.agreement.intake_point["luckan"]
    assert (point.by, point.pools, dossier.agreement.pool["platser"].places) == ("fyren", ("platser",), 10)
    named = {clause.label: clause.terms for clause in dossier.clauses}
    assert named["1"] == ("namnden", "fyren", "luckan")
    assert named["2"][-1] == "platser"


def test_an_added_term_that_contradicts_the_others_is_told_as_in_any_file() -> None:
    with pytest.raises(BrokenAgreement, match="closes 17:00, not after it opens 18:00"):
        twin(ANNEX.replace("21:30", "17:00"))


def test_what_the_parties_of_the_twin_have_answered_is_no_longer_assumed() -> None:
    asked = {assumption.id for _, _, assumption in twin().agreement.assumptions()}
    answered = twin('[set.payment.utbetalning]\nwhen = "advance"', 'answered = ["forskott-eller-efterskott"]\n')
    left = {assumption.id for _, _, assumption in answered.agreement.assumptions()}
    assert asked - left == {"forskott-eller-efterskott"}
    assert answered.agreement.payment["utbetalning"].when == "advance"


def test_an_answer_to_what_was_never_asked_is_told() -> None:
    with pytest.raises(ValueError, match="forskot-eller"):
        twin(first='answered = ["forskot-eller-efterskott"]\n')
