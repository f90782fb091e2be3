"""What staff write about occasions: a file for each sort."""

from samsyn.web.occasions.forms.activities import AddForm, EndForm
from samsyn.web.occasions.forms.heads import CorrectForm, DifferentForm, HeadsForm
from samsyn.web.occasions.forms.planning import BecauseForm, PlanForm, RestForm, SeriesForm, as_typed

__all__ = [
    "AddForm",
    "BecauseForm",
    "CorrectForm",
    "DifferentForm",
    "EndForm",
    "HeadsForm",
    "PlanForm",
    "RestForm",
    "SeriesForm",
    "as_typed",
]
