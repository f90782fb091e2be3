"""Writing a question's rows; no act of its own."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.surveys.models import Question, QuestionText, Version
from samsyn.web.surveys.wording import Asked


def own_draft(version: Version, by: Viewer) -> Version:
    """Locked: who fixes it waits for who writes in it. ValidationError where it is fixed."""
    found = Version.objects.visible_to(by).filter(organisation_id=by.organisation_id)
    locked = found.select_for_update(of=("self",)).get(pk=version.pk)
    if locked.is_fixed:
        raise ValidationError(_("Versionen är fastställd och ändras inte. Börja på en ny."))
    return locked


def lay_question(version: Version, asked: Asked, position: int, question: Question | None = None) -> Question:
    """The row and all its texts, as they are said; what was said before is gone."""
    row = question or Question(version=version, partnership_id=version.partnership_id)
    row.organisation_id, row.position = version.organisation_id, position
    row.key, row.type, row.several = asked.key, asked.type, asked.several
    row.options, row.pictogram = list(asked.options), asked.pictogram
    row.wording_digest = asked.digest("adult", version.main_language)
    row.child_digest = asked.digest("child", version.main_language)
    row.clean_fields(exclude=["partnership", "organisation", "version"])
    row.save()
    QuestionText.objects.filter(question=row).delete()
    texts = [
        QuestionText(
            partnership_id=version.partnership_id, organisation_id=version.organisation_id, question=row,
            language=language, audience=audience, text=words.text, options=dict(words.options),
        )
        for (audience, language), words in asked.words.items()
    ]  # fmt: skip
    for each in texts:
        each.clean_fields(exclude=["partnership", "organisation", "question"])
    QuestionText.objects.bulk_create(texts)
    return row
