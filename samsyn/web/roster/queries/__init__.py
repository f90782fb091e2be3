"""What the capabilities downstream ask: who works on a day, and what keeps each from what."""

from samsyn.web.roster.queries.standing import Standing, listed_of, standing_of, workers_on

__all__ = ["Standing", "listed_of", "standing_of", "workers_on"]
