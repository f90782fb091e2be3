"""What is asked of the occasions, the viewer first."""

from samsyn.web.occasions.queries.activities import activities_of, activity_at, activity_names, responsible_for
from samsyn.web.occasions.queries.figures import Figures, figures

__all__ = ["Figures", "activities_of", "activity_at", "activity_names", "figures", "responsible_for"]
