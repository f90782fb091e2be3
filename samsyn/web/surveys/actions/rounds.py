"""To open a round, and to close it before its last day."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.terms.surveys import Survey
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.surveys.models import Round, Version
from samsyn.web.surveys.permissions import check_may_ask
from samsyn.web.surveys.phrases import languages as spoken
from samsyn.web.surveys.queries.ground import age_bands, asked_in, own_survey, subjects
from samsyn.web.surveys.wording import ready

LONGEST = 366
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No two that look alike: a code is read from a poster."""
_CODE_LENGTH = 12

acts.register(
    {
        "survey.open": gettext_lazy("öppnade en enkät för svar"),
        "survey.close": gettext_lazy("stängde en enkät"),
    }
)


@dataclass(frozen=True, slots=True)
class Opening:
    """`about`: a key of `subjects`, or ''."""

    name: str
    first_day: date
    last_day: date
    languages: tuple[str, ...]
    audiences: tuple[str, ...] = ("adult",)
    about: str = ""
    kiosk: bool = True


@transaction.atomic
def open_round(version: Version, opening: Opening, *, by: Viewer, now: datetime, today: date) -> Round:
    """Raises ValidationError for a draft, a language without all its words, or days that cannot be."""
    check_may_ask(by, version.partnership_id)
    term = own_survey(by, version.partnership, version.template.survey, today)
    if not version.is_fixed:
        raise ValidationError(_("Frågorna är ett utkast. Fastställ dem innan du öppnar enkäten."))
    terms = terms_on(dossier_of(version.partnership), today, today)
    mine = own_key(by, version.partnership_id)
    _check_days(opening, today)
    _check_words(version, opening, term)
    if opening.about and opening.about not in subjects(terms, mine):
        raise ValidationError({"about": _("Välj något som ni håller i enligt överenskommelsen.")})
    bands = age_bands(terms, term, mine) if "age_band" in term.splits else ()
    made = Round.objects.create(
        partnership_id=version.partnership_id,
        organisation_id=by.organisation_id,
        version=version,
        name=opening.name.strip() or term.name,
        about=opening.about,
        first_day=opening.first_day,
        last_day=opening.last_day,
        languages=list(opening.languages),
        audiences=list(opening.audiences),
        asks=[each for each in term.splits if each != "age_band" or bands],
        age_bands=list(bands),
        smallest_group=term.smallest_group,
        kiosk=opening.kiosk,
        code="".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH)),
        opened_at=now,
        opened_by_id=by.person_id,
    )
    about = {"survey": term.id, "version": version.number}
    record(
        "survey.open",
        by=by,
        now=now,
        subject=made,
        partnership=version.partnership_id,
        clause=term.clause,
        refers_to=about,
    )
    return made


@transaction.atomic
def close_round(found: Round, *, by: Viewer, now: datetime) -> Round:
    """No more answers are taken. Closed already: nothing happens."""
    check_may_ask(by, found.partnership_id)
    row = Round.objects.visible_to(by).select_for_update(of=("self",)).get(pk=found.pk)
    if row.closed_at is not None:
        return row
    row.closed_at, row.closed_by_id = now, by.person_id
    row.save(update_fields=["closed_at", "closed_by"])
    record("survey.close", by=by, now=now, subject=row, partnership=row.partnership_id)
    return row


def _check_days(opening: Opening, today: date) -> None:
    if opening.first_day < today:
        raise ValidationError({"first_day": _("Välj i dag eller en dag som kommer.")})
    if opening.last_day < opening.first_day:
        raise ValidationError({"last_day": _("Sista dagen ska vara samma dag som den första eller senare.")})
    if (opening.last_day - opening.first_day).days > LONGEST:
        raise ValidationError({"last_day": _("En omgång är som längst ett år. Öppna en ny efter den.")})


def _check_words(version: Version, opening: Opening, term: Survey) -> None:
    asked = asked_in(version)
    if not opening.audiences or not set(opening.audiences) <= ({"adult", "child"} if term.for_children else {"adult"}):
        raise ValidationError({"audiences": _("Välj vilka som frågas.")})
    if not opening.languages:
        raise ValidationError({"languages": _("Välj minst ett språk.")})
    can = [each for each in term.languages if each in spoken()]
    for audience in opening.audiences:
        lacking = sorted(set(opening.languages) - set(ready(asked, audience, can, version.main_language)))
        if lacking:
            raise ValidationError(
                {
                    "languages": _("Alla ord finns inte på %(what)s än. Det väntar på översättare.")
                    % {"what": ", ".join(lacking)}
                }
            )
