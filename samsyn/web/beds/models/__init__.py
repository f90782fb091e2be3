"""Night places: what there is, who has which place, and what keeps someone from a place."""

from samsyn.web.beds.models.desk import Draw, Refusal, Waiting
from samsyn.web.beds.models.guests import Card, Guest, Merge, Sex
from samsyn.web.beds.models.hindrances import Bar, Override
from samsyn.web.beds.models.houses import ExtraNight, Outage, Place, Site, Standing
from samsyn.web.beds.models.pulse import Pulse
from samsyn.web.beds.models.stays import Block, Entitlement, Night, Segment
from samsyn.web.beds.models.watch import EmergencyContact, Incident, Initiative, Note

__all__ = [
    "Bar",
    "Block",
    "Card",
    "Draw",
    "EmergencyContact",
    "Entitlement",
    "ExtraNight",
    "Guest",
    "Incident",
    "Initiative",
    "Merge",
    "Night",
    "Note",
    "Outage",
    "Override",
    "Place",
    "Pulse",
    "Refusal",
    "Segment",
    "Sex",
    "Site",
    "Standing",
    "Waiting",
]
