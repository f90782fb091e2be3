"""What can be asked about obligations, viewer first."""

from samsyn.web.obligations.queries.evidence import EvidenceQuerySet, ObjectionQuerySet, told_at
from samsyn.web.obligations.queries.feeds import FeedKeyQuerySet, changed_at
from samsyn.web.obligations.queries.obligations import ObligationQuerySet
from samsyn.web.obligations.queries.outlooks import OutlookQuerySet

__all__ = [
    "EvidenceQuerySet",
    "FeedKeyQuerySet",
    "ObjectionQuerySet",
    "ObligationQuerySet",
    "OutlookQuerySet",
    "changed_at",
    "told_at",
]
