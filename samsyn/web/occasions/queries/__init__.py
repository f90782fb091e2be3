"""What is asked of the occasions, the viewer first."""

from samsyn.web.occasions.queries.activities import activities_of, activity_at, activity_names
from samsyn.web.occasions.queries.figures import Figures, figures

__all__ = ["Figures", "activities_of", "activity_at", "activity_names", "figures"]
