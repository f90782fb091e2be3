"""Who may do what with the roster, and who may be put on what. `check_…` raises, `may_…` answers the template.

Who answers for the staff (FULFIL) keeps the roster and notes what is shown and signed. Who does the daily work sees who
is there and puts them on. Each sees her own row, whatever her role.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.occasions import Exposure
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.roster.models import Worker
from samsyn.web.roster.presenters.words import lacking_before
from samsyn.web.roster.queries.standing import standing_of


def may_see(viewer: Viewer, partnership_id: UUID) -> bool:
    """Who works there, as what."""
    allowed = viewer.may(Permission.WORK) or viewer.may(Permission.FULFIL)
    return allowed and partnership_id in viewer.partnerships


def may_keep(viewer: Viewer, partnership_id: UUID) -> bool:
    """The roster: people, posts, texts, and what each has shown, signed and lacks."""
    return viewer.may(Permission.FULFIL) and partnership_id in viewer.partnerships


def check_may_keep(viewer: Viewer, partnership_id: UUID) -> None:
    if not may_keep(viewer, partnership_id):
        raise PermissionDenied("Only those who answer for a party's staff keep its roster.")


def is_oneself(viewer: Viewer, worker: Worker) -> bool:
    return viewer.is_known and worker.person_id == viewer.person_id


def check_may_put_on(by: Viewer, worker: Worker, exposure: Collection[Exposure], dossier: Dossier, day: date) -> None:
    """Before somebody is given a shift, or made responsible. Raises PermissionDenied for who may not put her on.

    Raises ValidationError that says who, what is missing, by which clause or law, and what to do. Only what the
    agreement or a law puts before the exposure stops anybody.
    """
    own = worker.organisation_id == by.organisation_id and worker.partnership_id in by.partnerships
    if not own or not (may_see(by, worker.partnership_id) or is_oneself(by, worker)):
        raise PermissionDenied("Only the organisation whose worker it is puts her on.")
    if day not in worker.days:
        message = _("%(who)s är inte med i bemanningen den dagen. Välj någon annan, eller ändra dagarna i Bemanning.")
        raise ValidationError(message, params={"who": worker.known_as})
    blocks = standing_of(by, [worker], dossier, exposure, day)[worker.pk].blocks
    if blocks:
        raise ValidationError([lacking_before(worker.known_as, each, exposure) for each in blocks])
