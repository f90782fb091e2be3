"""What can happen to a statement, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.statements.actions.answer import accept, send_back
from samsyn.web.statements.actions.open import open_statement, open_what_is_near
from samsyn.web.statements.actions.sign import sign
from samsyn.web.statements.actions.sums import Typed, add_sum, remove_sum
from samsyn.web.statements.actions.write import enclose, write

__all__ = [
    "Typed", "accept", "add_sum", "enclose", "open_statement", "open_what_is_near", "remove_sum", "send_back", "sign",
    "write",
]  # fmt: skip
