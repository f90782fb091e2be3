"""What can happen in matters, one file per sort of act. Importing this makes the acts known to the history."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.history import acts
from samsyn.web.matters.actions.answer import acknowledge, approve, refuse
from samsyn.web.matters.actions.open import open_matter
from samsyn.web.matters.actions.talk import add_dialogue, pass_on, settle, withdraw

__all__ = ["acknowledge", "add_dialogue", "approve", "open_matter", "pass_on", "refuse", "settle", "withdraw"]

acts.register(
    {
        "matter.open": _("öppnade ett ärende"),
        "matter.acknowledge": _("bekräftade att ett ärende har kommit fram"),
        "matter.approve": _("godkände en avvikelse"),
        "matter.refuse": _("godkände inte en avvikelse"),
        "matter.add_dialogue": _("skrev in en dialog i ett ärende"),
        "matter.settle": _("skrev hur en tvist löses"),
        "matter.pass_on": _("förde en tvist vidare"),
        "matter.withdraw": _("tog tillbaka ett ärende"),
    }
)
