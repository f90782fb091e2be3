"""Places that are handed out one by one: who may have one from which night, what it blocks, what is free.

A night is the civil date of its evening and all ranges are half-open. In a pool of training places a day is the unit.
The functions take the terms as they hold on the night that is asked about (`timeline.terms_on`); the caller picks them.
"""

from samsyn.rules.places.arrival import Latest, latest_arrival
from samsyn.rules.places.ask import Answer, full, is_minor, may_have
from samsyn.rules.places.blocks import Block, Ended, How, lifted, united
from samsyn.rules.places.entitle import Closing, Given, blocked, blocks, closing, entitlement, extended
from samsyn.rules.places.extend import Extending, Opening, may_extend, may_open_extra
from samsyn.rules.places.forecast import Forecast, forecast, year_of
from samsyn.rules.places.free import Outage, Overview, Segment, Standing, free, free_places, in_quarantine, overview
from samsyn.rules.places.hindrance import BREAKABLE, Barred, Hindrance
from samsyn.rules.places.intake import Open, open_at
from samsyn.rules.places.line import Waiting, lot, order_of, ordered
from samsyn.rules.places.nights import given_for, last_day, months_from, spell, tonight
from samsyn.rules.places.override import Override, may_override
from samsyn.rules.places.path import DueStep, StepState, answers_in_turn, next_wave, standing, steps_due
from samsyn.rules.places.readings import READINGS, Reading
from samsyn.rules.places.scheme import Kind, own_places, renamed, root, scheme, with_parts
from samsyn.rules.places.words import spoken

__all__ = [
    "BREAKABLE",
    "READINGS",
    "Answer",
    "Barred",
    "Block",
    "Closing",
    "DueStep",
    "Ended",
    "Extending",
    "Forecast",
    "Given",
    "Hindrance",
    "How",
    "Kind",
    "Latest",
    "Open",
    "Opening",
    "Outage",
    "Override",
    "Overview",
    "Reading",
    "Segment",
    "Standing",
    "StepState",
    "Waiting",
    "answers_in_turn",
    "blocked",
    "blocks",
    "closing",
    "entitlement",
    "extended",
    "forecast",
    "free",
    "free_places",
    "full",
    "given_for",
    "in_quarantine",
    "is_minor",
    "last_day",
    "latest_arrival",
    "lifted",
    "lot",
    "may_extend",
    "may_have",
    "may_open_extra",
    "may_override",
    "months_from",
    "next_wave",
    "open_at",
    "order_of",
    "ordered",
    "overview",
    "own_places",
    "renamed",
    "root",
    "scheme",
    "spell",
    "spoken",
    "standing",
    "steps_due",
    "tonight",
    "united",
    "with_parts",
    "year_of",
]
