"""The own short scale: five statements that the participant, and the supervisor, grade from 1 to 5.

It is ours, and free to use. It measures how the participant sees the own situation; it is no test of health, and no
total is shown to rank anyone. The order is the order of the columns statement_1 … statement_5: never change it.
"""

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
