"""To write, move and remove a question of a draft."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.surveys.actions.rows import lay_question, own_draft
from samsyn.web.surveys.models import Question, Version
from samsyn.web.surveys.permissions import check_may_ask
from samsyn.web.surveys.wording import Asked

_NUMBERED = re.compile(r"-\d+$")
_KEY_LENGTH = 40

acts.register(
    {
        "survey.write": gettext_lazy("skrev en fråga i ett utkast till en enkät"),
        "survey.move": gettext_lazy("flyttade en fråga i ett utkast till en enkät"),
        "survey.remove": gettext_lazy("tog bort en fråga ur ett utkast till en enkät"),
    }
)


@transaction.atomic
def write_question(
    version: Version, question: Question | None, asked: Asked, *, same: bool = True, by: Viewer, now: datetime
) -> Question:
    """A new question, or the words of one. `asked.key` is not read: the question's identity follows from its words.

    It is the same question as in a fixed version only where `same` says so and the words in the main language, and
    what can be answered, are the same; else it gets a key that no version has had, and answers are not compared.
    """
    check_may_ask(by, version.partnership_id)
    draft = own_draft(version, by)
    _check(asked, draft)
    mine = Question.objects.filter(version=draft)
    if question is not None:
        question = mine.get(pk=question.pk)
    key = _key(draft, question, asked, same=same)
    position = question.position if question else max((each.position for each in mine), default=0) + 1
    row = lay_question(draft, replace(asked, key=key), position, question)
    record(
        "survey.write", by=by, now=now, subject=draft, partnership=draft.partnership_id, refers_to={"question": row.pk}
    )
    return row


@transaction.atomic
def move_question(question: Question, up: bool, *, by: Viewer, now: datetime) -> None:
    """One step. The first is not moved up, nor the last down."""
    check_may_ask(by, question.partnership_id)
    draft = own_draft(question.version, by)
    order = list(Question.objects.filter(version=draft).order_by("position"))
    here = next((place for place, each in enumerate(order) if each.pk == question.pk), 0)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return
    one, other = order[here], order[there]
    one.position, other.position = other.position, one.position
    for each in (one, other):
        each.save(update_fields=["position"])
    about = {"question": question.pk}
    record("survey.move", by=by, now=now, subject=draft, partnership=draft.partnership_id, refers_to=about)


@transaction.atomic
def remove_question(question: Question, *, by: Viewer, now: datetime) -> None:
    check_may_ask(by, question.partnership_id)
    draft = own_draft(question.version, by)
    about = {"question": question.pk}
    Question.objects.filter(version=draft, pk=question.pk).delete()
    record("survey.remove", by=by, now=now, subject=draft, partnership=draft.partnership_id, refers_to=about)


def _check(asked: Asked, draft: Version) -> None:
    main = draft.main_language
    audiences = [audience for audience, language in asked.words if language == main]
    if not audiences:
        raise ValidationError({f"text_{main}_adult": _("Skriv frågan på det språk som enkäten är skriven på.")})
    if asked.type == Question.Type.CHOICE and len(asked.options) < 2:
        raise ValidationError({f"options_{main}_{audiences[0]}": _("Skriv minst två saker att välja mellan.")})
    for audience, language in asked.words:
        if audience not in audiences:
            raise ValidationError(
                {f"text_{language}_{audience}": _("Skriv orden på det första språket också, för samma mottagare.")}
            )


def _key(draft: Version, question: Question | None, asked: Asked, *, same: bool) -> str:
    main = draft.main_language
    before = question.key if question else ""
    earlier = Question.objects.filter(version__template_id=draft.template_id).exclude(version=draft)
    fixed = earlier.filter(key=before, version__fixed_at__isnull=False).order_by("-version__number").first()
    digests = (asked.digest("adult", main), asked.digest("child", main))
    if before and fixed is None:
        return before
    if fixed and same and _unchanged(fixed, *digests):
        return before
    said = next(words.text for (_audience, language), words in asked.words.items() if language == main)
    taken = set(Question.objects.filter(version__template_id=draft.template_id).values_list("key", flat=True))
    return _free(before or slugify(said), taken)


def _unchanged(fixed: Question, adult: str, child: str) -> bool:
    """A child's words may change beside a grown-up's: then the child's answers alone are not compared."""
    if adult or fixed.wording_digest:
        return adult == fixed.wording_digest
    return child == fixed.child_digest


def _free(base: str, taken: set[str]) -> str:
    stem = _NUMBERED.sub("", base)[:_KEY_LENGTH].strip("-_").replace("_", "-") or "fraga"
    number = 1
    while (key := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return key
