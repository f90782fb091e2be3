"""The text that is signed: the organisation's own, in versions."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.people import Undertaking
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.roster.models import UndertakingText
from samsyn.web.roster.permissions import check_may_keep
from samsyn.web.roster.queries.ground import demand_term

acts.register({"roster.text": gettext_lazy("lade in en ny text till tystnadsförbindelsen")})


@transaction.atomic
def write_text(
    partnership: Partnership,
    requirement: str,
    title: str,
    text: str,
    since: date,
    dossier: Dossier,
    *,
    by: Viewer,
    now: datetime,
    today: date,
) -> UndertakingText:
    """The next version, to sign from `since`. Later than the one before. The same text again is no new version."""
    check_may_keep(by, partnership.pk)
    if not isinstance(demand_term(dossier, requirement, today), Undertaking):
        raise ValidationError(_("Den tystnadsförbindelsen finns inte i överenskommelsen. Ladda om sidan."))
    plain = "\n".join(line.rstrip() for line in text.strip().splitlines())
    take_turns(f"roster-text {by.organisation_id} {partnership.pk} {requirement}")
    whose = {"partnership": partnership, "organisation_id": by.organisation_id, "requirement": requirement}
    before = UndertakingText.objects.filter(**whose).order_by("-number").first()
    if before is not None and (before.text, before.title) == (plain, title.strip()):
        return before
    if before is not None and since <= before.since:
        message = _("Version %(number)s gäller från %(day)s. Välj en senare dag.")
        params = {"number": before.number, "day": before.since}
        raise ValidationError({"since": ValidationError(message, params=params)})
    made = UndertakingText(
        **whose, number=before.number + 1 if before else 1, title=title.strip(), text=plain, since=since,
        sha256=sha256(plain.encode()).hexdigest(), made_at=now, made_by_id=by.person_id,
    )  # fmt: skip
    made.clean_fields()
    with refusals_of(UndertakingText):
        made.save(force_insert=True)
    about = {"requirement": requirement, "number": made.number}
    record("roster.text", by=by, now=now, subject=made, partnership=partnership, refers_to=about)
    return made
