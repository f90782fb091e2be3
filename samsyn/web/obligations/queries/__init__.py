"""What can be asked about obligations, viewer first."""

from samsyn.web.obligations.queries.evidence import EvidenceQuerySet, ObjectionQuerySet, told_at
from samsyn.web.obligations.queries.feeds import FeedKeyQuerySet, changed_at
from samsyn.web.obligations.queries.obligations import NOTHING_TO_SHOW, ObligationQuerySet
from samsyn.web.obligations.queries.outlooks import OutlookQuerySet

__all__ = [
    "NOTHING_TO_SHOW",
    "EvidenceQuerySet",
    "FeedKeyQuerySet",
    "ObjectionQuerySet",
    "ObligationQuerySet",
    "OutlookQuerySet",
    "changed_at",
    "told_at",
]
