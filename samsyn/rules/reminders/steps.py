"""The steps, as data: how many days before the day, for which kinds of obligation, and why just then."""

from __future__ import annotations

from dataclasses import dataclass

AFTER = 1
"""Days after the day, where nothing yet shows that it was done."""


@dataclass(frozen=True, slots=True)
class Steps:
    """`before` are days before the last day, the longest first; 0 is the day itself. `because`: a sentence.

    `because` is the Swedish and the msgid, `english` its translation.
    """

    kinds: tuple[str, ...]
    before: tuple[int, ...]
    because: str
    english: str

    def __post_init__(self) -> None:
        falling = sorted(set(self.before), reverse=True)
        if not self.before or list(self.before) != falling or falling[-1] < 0:
            raise ValueError(f"{self.before}: write days before the day, each once, the longest first.")
        if not (self.because and self.english):
            raise ValueError(f"{', '.join(self.kinds)}: say why they are reminded of just then.")


STEPS = (
    Steps(
        ("extension_deadline", "end_of_period"),
        (180, 90, 30, 7),
        "Ett beslut om att gå vidare eller sluta ska hinna beredas, fattas och vinna laga kraft hos alla parter.",
        "A decision to go on or to end has to be prepared, taken and gain legal force with every party.",
    ),
    Steps(
        ("extension_dialogue", "renegotiation", "fallback_talks", "review", "opening_review"),
        (60, 30, 7),
        "Parterna ska hinna läsa på, träffas och föra saken vidare till den som beslutar.",
        "The parties need time to read, to meet, and to take the matter to whoever decides.",
    ),
    Steps(
        ("meeting", "follow_up"),
        (60, 30, 14),
        "En tid som passar alla behöver sökas tidigt, och kallelsen ska gå ut i god tid före mötet.",
        "A time that suits everyone has to be sought early, and the call has to go out well before the meeting.",
    ),
    Steps(
        (
            "report",
            "annual_report",
            "compiled_report",
            "effect_report",
            "evaluation",
            "iop_statement",
            "need_inventory",
            "statement",
            "statistics",
            "user_survey",
        ),
        (30, 7, 0),
        "Uppgifter ska samlas in och skrivas samman; den som väntar på dem planerar sitt arbete efter dagen.",
        "Figures have to be gathered and written up; whoever waits for them plans the work by that day.",
    ),
    Steps(
        ("payment", "invoice", "repayment", "unplanned_payment"),
        (14, 3, 0),
        "En faktura eller betalning tar några dagar att göra, och pengarna ska vara framme på dagen.",
        "An invoice or a payment takes some days to make, and the money is to be there on the day.",
    ),
    Steps(
        ("uplift",),
        (30, 7, 0),
        "Indextalet ska vara känt och alla parter ska ha sett uträkningen när ersättningen ändras.",
        "The index figure has to be known, and every party has to have seen the calculation when the amount changes.",
    ),
)
DEFAULT = Steps(
    (),
    (30, 7),
    "En månad räcker för att planera, en vecka för att göra det sista.",
    "A month is enough to plan, a week to do the last of it.",
)
"""For every other kind."""

_BY_KIND = {kind: steps for steps in STEPS for kind in steps.kinds}


def steps_for(kind: str) -> Steps:
    return _BY_KIND.get(kind, DEFAULT)
