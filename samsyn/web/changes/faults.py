"""What the reader of agreement files says of a change that does not fit, in words for those who fill in a form.

The reader speaks to people who write files. What is not known here is shown as it is said there, with a lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.reading.problem import Problem

_KNOWN: tuple[tuple[str, Promise], ...] = (
    (r"this changes nothing", _("Utkastet skriver det som redan gäller. Ändra något, eller kasta utkastet.")),
    (
        r"of the same day, says something else",
        _("En annan ändring från samma dag säger något annat om samma sak. Skriv från vilken dag den nya ska gälla."),
    ),
    (
        r"the age bands? ",
        _("Åldersgrupperna går in i varandra. Skriv dem från den yngsta, till exempel 0-12, 13-17 och 18+."),
    ),
    (
        r"asks for an age band",
        _("Antingen frågas det efter ålder och åldersgrupperna är skrivna, eller inget av det."),
    ),
    (r"the pad has no button", _("Räkneplattan har ingen knapp. Låt besök räknas, eller välj minst en insats.")),
    (
        r"counts .* and it is given by",
        _("En part räknar bara det som den själv erbjuder. Ta bort insatsen, eller rätta vem som räknar."),
    ),
    (
        r" holds .* and it is given by",
        _("En part håller bara det som den själv erbjuder. Ta bort insatsen, eller rätta vem som håller aktiviteten."),
    ),
    (
        r"is for the own staff, and counts",
        _("Handledning och utbildning är för den egna personalen. Låt aktiviteten räkna personal som deltog."),
    ),
    (
        r"an activity of kind \S+ counts staff",
        _("Bara handledning, utbildning och seminarier räknar personal. Välj en annan siffra, eller ett annat slag."),
    ),
    (
        r"has receivers",
        _("Bara en föreläsning har mottagare. Ta bort dem, eller ändra slaget till föreläsning."),
    ),
    (
        r", who does not ask",
        _("Svaren jämförs med besök hos den som frågar. Ta bort räkneplattan, eller skriv parten bland dem."),
    ),
    (
        r"and not from which facts|cannot be taken of|part of (itself|nothing)|a share reaches nothing",
        _("Måttet passar inte det som räknas. Välj ett annat mått, eller något annat att räkna."),
    ),
    (
        r"nothing is known of|a figure of one sex|different people are said of groups",
        _("Siffran frågar efter något som inte antecknas om det som räknas. Ta bort villkoret eller uppdelningen."),
    ),
    (
        r"who reaches something|needs its survey|has no anonymous answer",
        _("Den som räknas kan inte kännas igen så. Skriv vad som ska vara nått, och av vem det går att veta."),
    ),
    (
        r"leads back to|the theory goes round",
        _("Förändringsteorin går framåt. Låt ett led leda till ett led i samma steg eller ett senare, aldrig runt."),
    ),
    (
        r"is measured by an|the (chart|table) .* mixes",
        _("Prestation, utfall och effekt blandas aldrig. Välj indikatorer av samma nivå som ledet eller tabellen."),
    ),
    (
        r"the section .* stands|of kind \S+ (names|has|is split)|shows several figures|fills itself, and is required",
        _("Ett avsnitt i rapporten säger inte vad det visar: siffror har indikatorer, egna ord har en fråga."),
    ),
    (
        r"and the figure is not$",
        _("Ett diagram eller en tabell delas upp på något som siffran inte är uppdelad på. Välj en annan uppdelning."),
    ),
    (
        r"does not owe|and nobody does$",
        _("Den som undertecknar, går igenom eller sammanställer rapporten har inte det åtagandet. Rätta någon av dem."),
    ),
    (r"two tables about what may be told", _("Det som får berättas utåt står redan i ett annat villkor. Ändra det.")),
    (r"tells only itself", _("Den som underrättar kan inte bara underrätta sig själv. Skriv vem mer som ska få veta.")),
    (r" stands \d+ times", _("Samma sak står flera gånger i en lista. Skriv den en gång.")),
    (r"there is no (\[|term|assumption)", _("Det som ändras finns inte längre: en annan ändring har tagit bort det.")),
    (r"is already a term", _("Det finns redan ett villkor med det namnet. Ge det nya ett annat namn.")),
    (r"after the agreement (has )?ended", _("Dagen ligger efter överenskommelsens sista dag.")),
    (r"before the agreement begins", _("Dagen ligger före överenskommelsens första dag.")),
    (r"comes before (the )?first", _("En sista dag ligger före sin första dag. Byt plats på dem.")),
    (
        r"is already covered: the row before",
        _("Två rader gäller samma dagar. Låt den ena börja dagen efter den andra."),
    ),
    (r"–\S+ is not covered", _("Dagar fattas mellan två rader. Låt den ena börja dagen efter den andra.")),
    (r"no amount is written", _("Beloppen räcker inte för hela tiden. Skriv en rad för de dagar som fattas.")),
    (r"an amount lies outside", _("Ett belopp gäller dagar utanför överenskommelsens tid. Rätta dagarna.")),
    (r"a withdrawal of", _("Det finns ingen uppsägning att ta tillbaka.")),
    (r"a confirmation of", _("Frågan är redan besvarad, eller så finns den inte längre.")),
    (r"a condition_met of", _("Villkoret finns inte, eller är redan uppfyllt.")),
    (
        r"an amendment does not move the days",
        _("Första och sista dagen ändras genom förlängning, uppsägning eller hävning."),
    ),
    (r"is after the latest end", _("Dagen ligger efter den sista dag som överenskommelsen kan nå.")),
    (
        r"the text lets the agreement be extended",
        _("Överenskommelsen har redan förlängts så många gånger som texten medger."),
    ),
)


def in_words(problems: Iterable[Problem]) -> list[str]:
    """One sentence for each, in the reader's language where we have it."""
    return [_said(problem) for problem in problems]


def _said(problem: Problem) -> str:
    known = next((says for pattern, says in _KNOWN if re.search(pattern, problem.what)), None)
    if known is not None:
        return str(known)
    return gettext("Så säger den kontroll som läser överenskommelsens filer: %(what)s. %(do)s.") % {
        "what": problem.what, "do": problem.do,
    }  # fmt: skip
