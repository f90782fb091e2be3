"""Letters about a report: to whoever is to do something next."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from samsyn.rules.reports import State
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.reports.content import title_of
from samsyn.web.reports.models import GoneThrough, SentBack, Submission
from samsyn.web.reports.queries import Standing


def tell_of_part(standing: Standing, key: str, *, by: Viewer, now: datetime, today: date) -> None:
    """When the last part is signed: those who go through them, or compile."""
    part = standing.signed(key)
    if part is None or standing.state not in (State.TO_GO_THROUGH, State.TO_COMPILE, State.CHANGED):
        return
    waits = standing.seated if standing.state == State.TO_GO_THROUGH else {standing.compiler}
    with override(settings.LANGUAGE_CODE):
        said = _("Alla delar av %(what)s är undertecknade. Nu är det er tur.") % {"what": title_of(standing)}
    _tell(
        standing, _organisations(standing, waits - {key}), said, f"report-parts/{part.pk}", by=by, now=now, today=today
    )


def tell_sent_back(standing: Standing, key: str, made: SentBack, *, by: Viewer, now: datetime, today: date) -> None:
    with override(settings.LANGUAGE_CODE):
        said = _("%(who)s har skickat tillbaka er del av %(what)s med en anteckning.") % {
            "who": by.organisation_name, "what": title_of(standing),
        }  # fmt: skip
    _tell(standing, _organisations(standing, {key}), said, f"report-back/{made.pk}", by=by, now=now, today=today)


def tell_gone_through(standing: Standing, made: GoneThrough, *, by: Viewer, now: datetime, today: date) -> None:
    with override(settings.LANGUAGE_CODE):
        said = _("Delarna av %(what)s är genomgångna. Sammanställ dem och lämna rapporten.") % {
            "what": title_of(standing)
        }
    to = _organisations(standing, {standing.compiler})
    _tell(standing, to, said, f"report-through/{made.pk}", by=by, now=now, today=today)


def tell_submitted(standing: Standing, made: Submission, *, by: Viewer, now: datetime, today: date) -> None:
    """To all the other parties."""
    with override(settings.LANGUAGE_CODE):
        said = _("%(who)s har lämnat %(what)s.") % {"who": by.organisation_name, "what": title_of(standing)}
    others = _organisations(standing, set(standing.places)) - {by.organisation_id}
    _tell(standing, others, said, f"report/{made.pk}", by=by, now=now, today=today)


def _organisations(standing: Standing, keys: set[str] | frozenset[str]) -> set[UUID]:
    return {standing.places[key].organisation_id for key in keys if key in standing.places}


def _tell(
    standing: Standing, organisations: set[UUID], says: str, about: str, *, by: Viewer, now: datetime, today: date
) -> None:
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    report = standing.report
    tell(
        receivers_in(sorted(organisations), Permission.FULFIL, today),
        kind="news",
        about=about,
        partnership=report.partnership,
        says=says,
        path=f"partnerships/{report.partnership.slug}/reports/{report.pk}/",
        by=by,
        now=now,
    )
