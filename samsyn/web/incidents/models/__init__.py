"""What has happened in a party's work, and who has been told."""

from samsyn.web.incidents.models.incident import Incident, Kind
from samsyn.web.incidents.models.told import Told

__all__ = ["Incident", "Kind", "Told"]
