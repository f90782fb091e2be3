"""What can be done with night places. One file for each sort of act; every act writes its own history.

Who is told «no» gets a ValidationError that says why, by which clause and from when.
"""

from samsyn.web.beds.actions.bars import answer_appeal, appeal, bar
from samsyn.web.beds.actions.ending import latest_hour, leave_early, no_show, release, undo_give
from samsyn.web.beds.actions.extra import add_extra_places, decide_extra_night
from samsyn.web.beds.actions.give import Given, age_is_unclear, ask, give
from samsyn.web.beds.actions.move import move, swap
from samsyn.web.beds.actions.nights import arrive, check_out, check_out_all, undo_arrival, undo_check_out
from samsyn.web.beds.actions.outage import back_in_order, take_out_of_order
from samsyn.web.beds.actions.override import override
from samsyn.web.beds.actions.places import add_places, move_to_pool, roll
from samsyn.web.beds.actions.sites import change_site, close_site, open_site

__all__ = [
    "Given",
    "add_extra_places",
    "add_places",
    "age_is_unclear",
    "answer_appeal",
    "appeal",
    "arrive",
    "ask",
    "back_in_order",
    "bar",
    "change_site",
    "check_out",
    "check_out_all",
    "close_site",
    "decide_extra_night",
    "give",
    "latest_hour",
    "leave_early",
    "move",
    "move_to_pool",
    "no_show",
    "open_site",
    "override",
    "release",
    "roll",
    "swap",
    "take_out_of_order",
    "undo_arrival",
    "undo_check_out",
    "undo_give",
]
