"""What can be done with what is said of other money. Every act writes its own history."""

from samsyn.web.funders.actions.aid import AidSaid, add_aid, take_back_aid
from samsyn.web.funders.actions.findings import mark_of, show
from samsyn.web.funders.actions.shares import ShareSaid, add_share, put_forward, take_back_share
from samsyn.web.funders.actions.vouchers import stand_behind

__all__ = [
    "AidSaid",
    "ShareSaid",
    "add_aid",
    "add_share",
    "mark_of",
    "put_forward",
    "show",
    "stand_behind",
    "take_back_aid",
    "take_back_share",
]
