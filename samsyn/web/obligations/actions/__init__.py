"""What can happen to obligations, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.obligations.actions.case_number import set_case_number
from samsyn.web.obligations.actions.derive import derive_anew
from samsyn.web.obligations.actions.feed import open_feed, renew_feed, revoke_feed, title_feed

__all__ = ["derive_anew", "open_feed", "renew_feed", "revoke_feed", "set_case_number", "title_feed"]
