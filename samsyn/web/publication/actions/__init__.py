"""What can happen to the public page. Importing this makes the acts known to the history."""

from samsyn.web.publication.actions.page import close_page, open_page
from samsyn.web.publication.actions.papers import let_out, take_back
from samsyn.web.publication.actions.renew import renew, renew_all

__all__ = ["close_page", "let_out", "open_page", "renew", "renew_all", "take_back"]
