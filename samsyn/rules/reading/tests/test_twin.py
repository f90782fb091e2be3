"""A twin has the same terms under other names, moved in time, and says that it is invented."""

from __future__ import annotations

from datetime import date

from samsyn.rules.reading import Dossier, read_files
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


def twin() -> Dossier:
    clauses = CLAUSES.replace("Terms: `namnden`, `foreningen`", "Terms: `hemlosa`, `namnden`, `foreningen`")
    files = {"agreement.toml": (REAL + FIGURE).encode(), "clauses.md": clauses.encode()}
    return read_files(make_twin(files, OVERLAY.encode()))


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
