"""How long the agreement has left, as a person would say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import ending, next_extension, standing_notices

NEAR = 365
"""The last year, in days: then it is time to think of how it ends."""


@dataclass(frozen=True)
class Countdown:
    """`days` left until and with the last day; negative afterwards. `cause` as in `rules.timeline.Ending`."""

    last: date
    days: int
    cause: str
    sentence: str
    clause: str
    assumed: bool


def countdown_of(dossier: Dossier, today: date) -> Countdown | None:
    """None while it can still be extended, or has more than a year left and nobody has given notice."""
    end = ending(dossier, today)
    days = (end.last - today).days
    settled = end.cause in ("notice", "termination") or bool(standing_notices(dossier, today))
    if not settled and (days > NEAR or (next_extension(dossier, today) is not None and days >= 0)):
        return None
    reason = end.reason
    return Countdown(end.last, days, end.cause, _sentence(end.last, days), reason.clause, bool(reason.assumptions))


def _sentence(last: date, days: int) -> str:
    if days < 0:
        return gettext("Sista dagen var %(last)s.") % {"last": last}
    if days == 0:
        return gettext("Sista dagen är i dag, %(last)s.") % {"last": last}
    distance = ngettext("om %(n)s dag", "om %(n)s dagar", days) % {"n": days}
    return gettext("Sista dagen är %(last)s, %(distance)s.") % {"last": last, "distance": distance}
