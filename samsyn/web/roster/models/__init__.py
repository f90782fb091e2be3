"""Tables of the roster, one organisation's own: no other party sees who works there, or what anyone lacks."""

from samsyn.web.roster.models.demands import Cause, Fulfilled, UndertakingText
from samsyn.web.roster.models.worker import Worker

__all__ = ["Cause", "Fulfilled", "UndertakingText", "Worker"]
