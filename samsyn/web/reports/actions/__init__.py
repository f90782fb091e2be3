"""What can happen to a report, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.reports.actions.go_through import go_through
from samsyn.web.reports.actions.open import open_report, open_what_is_near
from samsyn.web.reports.actions.remake import Remade, remade
from samsyn.web.reports.actions.send_back import send_back
from samsyn.web.reports.actions.sign import sign
from samsyn.web.reports.actions.submit import submit
from samsyn.web.reports.actions.write import write

__all__ = [
    "Remade", "go_through", "open_report", "open_what_is_near", "remade", "send_back", "sign", "submit", "write",
]  # fmt: skip
