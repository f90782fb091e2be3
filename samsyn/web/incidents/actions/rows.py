"""The row of an incident, held while it is written."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.incidents.models import Incident


def locked(incident: Incident, by: Viewer) -> Incident:
    """As it is now, and nobody else's until the transaction ends. ValidationError where it is closed or taken back."""
    row = Incident.objects.visible_to(by).select_for_update(of=("self",)).get(pk=incident.pk)
    if not row.is_open:
        raise ValidationError(_("Händelsen är %(state)s och ändras inte mer.") % {"state": row.get_state_display()})
    return row
