"""What the reader says of rows and sums is said in Swedish to the one who fills in a form."""

from __future__ import annotations

import pytest

from samsyn.rules.reading.problem import Problem
from samsyn.web.changes.faults import in_words


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("last 2026-12-31 comes before first 2027-01-01", "Byt plats"),
        ("the last day 2026-12-31 comes before the first day 2027-01-01", "Byt plats"),
        ("2027-01-01 is already covered: the row before goes to 2027-06-30", "samma dagar"),
        ("2027-01-01–2027-06-30 is not covered", "mellan två rader"),
        ("no amount is written for 2026-01-01–2026-12-31", "dagar som fattas"),
        ("the age bands «0-12» and «12-17» overlap, or do not rise", "från den yngsta"),
        ("the age band «17-13» ends before it begins", "från den yngsta"),
        ("the pad asks for an age band and has none, or has bands and does not ask", "inget av det"),
        ("the pad has no button", "minst en insats"),
        ("«board» counts «coffee», and it is given by club", "som den själv erbjuder"),
        ("the activity asks for an age band and has none, or has bands and does not ask", "inget av det"),
        ("«board» holds «coffee», and it is given by club", "rätta vem som håller"),
        ("supervision is for the own staff, and counts attendance", "personal som deltog"),
        ("an activity of kind open counts staff", "en annan siffra"),
        ("an activity of kind open has receivers", "Bara en föreläsning"),
        ("«desk» is counted by «board», who does not ask", "Ta bort räkneplattan"),
        ("the measure count cannot be taken of guests", "ett annat mått"),
        ("nothing is known of sex where contacts are counted", "Ta bort villkoret"),
        ("a share of answers needs its survey, its question and the answers that count", "vad som ska vara nått"),
        ("effect leads back to outcome («talk»)", "aldrig runt"),
        ("the table «a» mixes outcome and output", "blandas aldrig"),
        ("«a» of kind text has no prompt", "inte vad det visar"),
        ("«a» splits «visits» by site, and the figure is not", "en annan uppdelning"),
        ("«a» is written by who compiles, and nobody does", "inte det åtagandet"),
        ("there are two tables about what may be told", "Ändra det"),
        ("«club» tells only itself", "vem mer som ska få veta"),
        ("«children» stands 2 times", "Skriv den en gång"),
        ("an amount lies outside 2026-01-01–2026-12-31", "utanför"),
    ],
)
def test_rows_that_do_not_fit_are_said_in_words_without_the_reader_s_own(what: str, says: str) -> None:
    (said,) = in_words([Problem("agreement.toml", 1, "", what, "Mend it")])
    assert says in said
    assert what not in said
