"""Tables of the tallies. Everything in them is one organisation's own: another party sees only what is released."""

from samsyn.web.tallies.models.buttons import AddedButton
from samsyn.web.tallies.models.cards import CardSeen, CardYear
from samsyn.web.tallies.models.days import ClosedPeriod, Closure, HeldDay
from samsyn.web.tallies.models.devices import Device, DeviceInvitation
from samsyn.web.tallies.models.events import DaySum, Event, MonthSum

__all__ = [
    "AddedButton",
    "CardSeen",
    "CardYear",
    "ClosedPeriod",
    "Closure",
    "DaySum",
    "Device",
    "DeviceInvitation",
    "Event",
    "HeldDay",
    "MonthSum",
]
