"""Which term held on which day, and when the agreement begins, ends, is extended or given notice of."""

from samsyn.rules.terms.amend import with_alternative
from samsyn.rules.terms.renewal import deadline_before
from samsyn.rules.timeline.agreed import agreed_by
from samsyn.rules.timeline.extension import Option, next_extension
from samsyn.rules.timeline.held import Stretch, stretches, terms_on
from samsyn.rules.timeline.life import Ending, ending, last_day_after_notice, life, standing_notices
from samsyn.rules.timeline.status import Standing, Status, status_on
from samsyn.rules.timeline.what_if import NoticeAnswer, if_notice_is_given

__all__ = [
    "Ending",
    "NoticeAnswer",
    "Option",
    "Standing",
    "Status",
    "Stretch",
    "agreed_by",
    "deadline_before",
    "ending",
    "if_notice_is_given",
    "last_day_after_notice",
    "life",
    "next_extension",
    "standing_notices",
    "status_on",
    "stretches",
    "terms_on",
    "with_alternative",
]
