"""The words of each step's own page. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.rules.matters import Footing, Step
from samsyn.web.matters.presenters.words import then_words


@dataclass(frozen=True, slots=True)
class StepPage:
    """`title` is the heading, `lead` what it means, `act` what the button says."""

    title: str
    lead: str
    label: str
    help: str
    act: str


def page_of(step: Step, footing: Footing) -> StepPage:
    return {
        Step.REFUSED: StepPage(
            gettext("Godkänn inte"),
            gettext("Ärendet avslutas och planen och budgeten gäller som förut. Alla parter får veta det."),
            gettext("Varför ni inte godkänner"),
            gettext("Skriv så att parterna kan tala vidare."),
            gettext("Svara att ni inte godkänner"),
        ),
        Step.DIALOGUE: StepPage(
            gettext("Skriv in en dialog"),
            gettext("Vad parterna har sagt till varandra. Alla parter läser det, och det går inte att ändra efteråt."),
            "",
            "",
            gettext("Skriv in dialogen"),
        ),
        Step.SETTLED: StepPage(
            gettext("Skriv hur tvisten löses"),
            gettext("Tvisten är löst när alla parter har bekräftat samma ord. Att ni skriver dem är er bekräftelse."),
            gettext("Så löser vi det"),
            gettext("Skriv vem som gör vad, och när."),
            gettext("Föreslå lösningen"),
        ),
        Step.PASSED_ON: StepPage(
            gettext("För tvisten vidare"),
            then_words(footing),
            gettext("Vart ni för tvisten, och varför"),
            gettext("Ärendet avslutas här. Det som är skrivet står kvar."),
            gettext("För tvisten vidare"),
        ),
        Step.WITHDRAWN: StepPage(
            gettext("Ta tillbaka ärendet"),
            gettext(
                "Ärendet avslutas. Det som är skrivet står kvar, och alla parter får veta att det är tillbakataget."
            ),
            gettext("Varför ni tar tillbaka det"),
            "",
            gettext("Ta tillbaka ärendet"),
        ),
    }[step]


def done_words(step: Step) -> str:
    """Said when it is done."""
    return {
        Step.ACKNOWLEDGED: gettext("Ni har bekräftat att det har kommit fram."),
        Step.APPROVED: gettext("Ni har godkänt avvikelsen."),
        Step.REFUSED: gettext("Ni har svarat att ni inte godkänner."),
        Step.DIALOGUE: gettext("Dialogen är inskriven."),
        Step.SETTLED: gettext("Era ord om hur tvisten löses är sparade."),
        Step.PASSED_ON: gettext("Tvisten är förd vidare."),
        Step.WITHDRAWN: gettext("Ärendet är tillbakataget."),
    }[step]
