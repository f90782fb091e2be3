"""In what form a change takes effect, who must do what for it, and what is still missing.

ways(dossier, asked, taken, today)   → every way that a clause opens, each with its demands
nearest(found, taken)                → the way with the fewest demands left
missing(way, taken)                  → those demands
done_on(way, taken)                  → the day on which the last of them was met, None while something is missing
open_to(party, asked, ways, taken)   → the kinds of step that a party can take now
"""

from samsyn.rules.mandates.demand import Asked, Demand, NotPossible, Taken, Way
from samsyn.rules.mandates.standing import done_on, meets, missing, nearest
from samsyn.rules.mandates.steps import ALONE, demanded_of, open_to
from samsyn.rules.mandates.ways import ways

__all__ = [
    "ALONE",
    "Asked",
    "Demand",
    "NotPossible",
    "Taken",
    "Way",
    "demanded_of",
    "done_on",
    "meets",
    "missing",
    "nearest",
    "open_to",
    "ways",
]
