"""Training places, and the people whom one party refers to another: a file for each sort of row.

No personnummer, no grounds, no health, no nationality, and no free text about anyone: a test lists every column.
"""

from samsyn.web.placements.models.following import Attendance, Closing, SelfAssessment, StepDone
from samsyn.web.placements.models.people import Consent, OwnPage, Participant
from samsyn.web.placements.models.placement import Extension, ExtensionApproval, Placement
from samsyn.web.placements.models.places import Occupancy, TrainingPlace
from samsyn.web.placements.models.referral import Referral

__all__ = [
    "Attendance",
    "Closing",
    "Consent",
    "Extension",
    "ExtensionApproval",
    "Occupancy",
    "OwnPage",
    "Participant",
    "Placement",
    "Referral",
    "SelfAssessment",
    "StepDone",
    "TrainingPlace",
]
