"""To begin a draft, to throw it away, and to fix it: from then on it stands."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.terms.surveys import Survey
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns
from samsyn.web.surveys.actions.rows import lay_question, own_draft
from samsyn.web.surveys.models import Template, Version
from samsyn.web.surveys.permissions import check_may_ask
from samsyn.web.surveys.queries.ground import asked_in, own_survey
from samsyn.web.surveys.starters import starter
from samsyn.web.surveys.wording import Asked

acts.register(
    {
        "survey.begin": gettext_lazy("började skriva frågor till en enkät"),
        "survey.discard": gettext_lazy("kastade ett utkast till en enkät"),
        "survey.fix": gettext_lazy("fastställde frågorna i en enkät"),
    }
)


@transaction.atomic
def begin_draft(partnership: Partnership, survey: str, *, by: Viewer, now: datetime, today: date) -> Version:
    """A draft from the newest fixed version, else from our questions to begin with. The own draft, if there is one.

    Raises ValidationError where the acting party asks by no such survey today, and for a self-assessment: participants
    answer the house's own scale, which nobody rewrites.
    """
    check_may_ask(by, partnership.pk)
    term = own_survey(by, partnership, survey, today)
    if term.kind == "self_assessment":
        raise ValidationError(_("Påståendena i en självskattning är alltid desamma, så att svaren kan jämföras."))
    take_turns(f"surveys/{partnership.pk}/{survey}")
    template = _template(partnership, survey, by, now)
    drafts = Version.objects.visible_to(by).drafts().filter(template=template, organisation_id=by.organisation_id)
    if (own := drafts.first()) is not None:
        return own
    made = Version.objects.create(
        partnership=partnership,
        organisation_id=by.organisation_id,
        template=template,
        main_language=term.languages[0],
        begun_at=now,
        begun_by_id=by.person_id,
    )
    for position, asked in enumerate(_first_words(template, term, by), 1):
        lay_question(made, asked, position)
    record("survey.begin", by=by, now=now, subject=made, partnership=partnership, refers_to={"survey": survey})
    return made


@transaction.atomic
def discard_draft(version: Version, *, by: Viewer, now: datetime) -> None:
    check_may_ask(by, version.partnership_id)
    draft = own_draft(version, by)
    record("survey.discard", by=by, now=now, partnership=draft.partnership_id, refers_to={"draft": draft.pk})
    draft.delete()


@transaction.atomic
def fix_version(version: Version, *, by: Viewer, now: datetime) -> Version:
    """It gets the next number and is never changed again. Fixed already: nothing happens.

    Raises ValidationError where there is nothing to ask.
    """
    check_may_ask(by, version.partnership_id)
    take_turns(f"surveys/{version.template_id}/number")
    found = Version.objects.visible_to(by).filter(organisation_id=by.organisation_id).select_for_update(of=("self",))
    draft = found.get(pk=version.pk)
    if draft.is_fixed:
        return draft
    if not asked_in(draft):
        raise ValidationError(_("Utkastet har inga frågor. Lägg till minst en innan du fastställer det."))
    last = Version.objects.visible_to(by).fixed().filter(template_id=draft.template_id).order_by("-number").first()
    draft.number = (last.number or 0) + 1 if last else 1
    draft.fixed_at, draft.fixed_by_id = now, by.person_id
    draft.save(update_fields=["number", "fixed_at", "fixed_by"])
    about = {"number": draft.number}
    record("survey.fix", by=by, now=now, subject=draft, partnership=draft.partnership_id, refers_to=about, shared=True)
    return draft


def _template(partnership: Partnership, survey: str, by: Viewer, now: datetime) -> Template:
    found = Template.objects.visible_to(by).filter(partnership=partnership, survey=survey).first()
    return found or Template.objects.create(
        partnership=partnership,
        organisation_id=by.organisation_id,
        survey=survey,
        begun_at=now,
        begun_by_id=by.person_id,
    )


def _first_words(template: Template, term: Survey, by: Viewer) -> list[Asked]:
    newest = Version.objects.visible_to(by).fixed().filter(template=template).order_by("-number").first()
    if newest is None:
        return list(starter(term.kind, term.languages, for_children=term.for_children))
    return asked_in(newest)
