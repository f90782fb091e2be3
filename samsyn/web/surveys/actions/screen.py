"""Own words are read by a person before anybody sees them in a result.

They are read when the round has ended: while it is open, what was just written could only be by who just left.
"""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.clock import SWEDEN
from samsyn.web.surveys.models import FreeText

acts.register(
    {
        "survey.show_text": gettext_lazy("läste ett svar med egna ord och visade det"),
        "survey.withhold_text": gettext_lazy("läste ett svar med egna ord och höll det inne"),
    }
)


def may_screen(viewer: Viewer, text: FreeText) -> bool:
    """Who answers for the party's duties; nobody in another party."""
    return viewer.may(Permission.FULFIL) and viewer.organisation_id == text.organisation_id


@transaction.atomic
def show_text(text: FreeText, *, by: Viewer, now: datetime) -> FreeText:
    """It stands in the result from now on. Withheld before, it is shown after all."""
    return _screened(text, FreeText.State.SHOWN, "", by=by, now=now)


@transaction.atomic
def withhold_text(text: FreeText, because: str, *, by: Viewer, now: datetime) -> FreeText:
    """It stands in no result. `because` is one of FreeText.Because."""
    if because not in FreeText.Because.values:
        raise ValidationError({"because": _("Välj varför svaret inte ska visas.")})
    return _screened(text, FreeText.State.WITHHELD, because, by=by, now=now)


def _screened(text: FreeText, state: str, because: str, *, by: Viewer, now: datetime) -> FreeText:
    if not may_screen(by, text):
        raise PermissionDenied("Own words are read by those who answer for the party that asked.")
    text = FreeText.objects.select_for_update(of=("self",)).select_related("sheet__round").get(pk=text.pk)
    if not text.sheet.round.has_ended(now.astimezone(SWEDEN).date()):
        raise ValidationError(_("Omgången pågår. Egna ord läses när den är slut, så att ingen kan se vem som skrev."))
    if (text.state, text.because) == (state, because):
        return text
    text.state, text.because, text.screened_at, text.screened_by_id = state, because, now, by.person_id
    text.save(update_fields=["state", "because", "screened_at", "screened_by"])
    name = "survey.show_text" if state == FreeText.State.SHOWN else "survey.withhold_text"
    about = {"round": text.sheet.round_id, **({"because": because} if because else {})}
    record(name, by=by, now=now, subject=text.sheet.round, partnership=text.partnership_id, refers_to=about)
    return text
