"""What can happen to obligations, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.obligations.actions.case_number import set_case_number
from samsyn.web.obligations.actions.derive import derive_anew
from samsyn.web.obligations.actions.evidence import give_evidence, take_back_evidence
from samsyn.web.obligations.actions.feed import open_feed, renew_feed, revoke_feed, title_feed
from samsyn.web.obligations.actions.objection import object_to, settle_objection
from samsyn.web.obligations.actions.settle import settle

__all__ = [
    "derive_anew",
    "give_evidence",
    "object_to",
    "open_feed",
    "renew_feed",
    "revoke_feed",
    "set_case_number",
    "settle",
    "settle_objection",
    "take_back_evidence",
    "title_feed",
]
