"""The party writes, in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.reports.actions.rows import locked
from samsyn.web.reports.models import Draft, Report
from samsyn.web.reports.permissions import check_may_write
from samsyn.web.reports.queries import draft_of

acts.register({"report.write": gettext_lazy("skrev på en rapport")})


@transaction.atomic
def write(report: Report, words: Mapping[str, str], *, edits: int, by: Viewer, now: datetime) -> Draft:
    """`words`: section → text; sections that are not there stay as they are. `edits` as it was when the page was read:
    ValidationError where somebody has written in the meantime. The same once more changes nothing.
    """
    standing = locked(report, by)
    check_may_write(by, standing)
    draft = draft_of(by, report)
    said = {key: text.strip() for key, text in {**draft.words, **words}.items() if text.strip()}
    if draft.words == said:
        return draft
    if draft.edits != edits:
        raise ValidationError(
            _("Någon annan har skrivit sedan du öppnade sidan. Öppna den i en ny flik, jämför och spara sedan igen.")
        )
    draft.words, draft.edits, draft.edited_at, draft.edited_by_id = said, edits + 1, now, by.person_id
    draft.save()
    record("report.write", by=by, now=now, subject=report, partnership=report.partnership_id)
    return draft
