"""Tables of the occasions. What is planned and held is one organisation's own; heads are counted and nobody named."""

from samsyn.web.occasions.models.activities import OwnActivity
from samsyn.web.occasions.models.counts import Count, DifferentPeople, Heads
from samsyn.web.occasions.models.occasion import Figure, Occasion, Series

__all__ = ["Count", "DifferentPeople", "Figure", "Heads", "Occasion", "OwnActivity", "Series"]
