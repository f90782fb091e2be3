"""The own short scale: five statements that the participant, and the supervisor, grade from 1 to 5.

It is ours, and free to use. It measures how the participant sees the own situation; it is no test of health, and no
total is shown to rank anyone. The order is the order of the columns statement_1 … statement_5: never change it.

It is a fixed version of a survey: what was answered to other words is never compared. Who changes a word gives VERSION
the next number and adds the new words' digest; the surveys' own self-assessment begins with the same statements.
"""

import hashlib
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

LEAST, MOST = 1, 5
"""1: stämmer inte alls. 5: stämmer helt."""

MOST_WAVES = 99
"""Any number of times that anyone would answer; a higher one is a mistake."""

STATEMENTS = (
    _("Jag har fasta vanor som fungerar i vardagen."),
    _("Jag klarar uppgifterna jag får."),
    _("Jag trivs med att arbeta tillsammans med andra."),
    _("Jag vet vad mitt nästa steg mot arbete eller studier är."),
    _("Jag tror att jag kan nå dit jag vill."),
)

VERSION = 1
"""Which words SelfAssessment rows are answers to, from now on."""

DIGESTS = {1: "c3b8235c5bfde85f58c16d6bf88996704f3458715f9f58eb2ee0773d75f67eef"}
"""Version → SHA-256 of its statements in Swedish, one on each line."""


def digest(statements: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(statements).encode()).hexdigest()
