"""The party writes: which days it covers, the answers in its own words, and the paper that goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.clock import SWEDEN
from samsyn.web.statements.actions.rows import kept_draft, writable
from samsyn.web.statements.models import Draft, Statement
from samsyn.web.statements.permissions import check_may_write
from samsyn.web.statements.presenters.content import title_of
from samsyn.web.statements.queries import days_of

acts.register(
    {
        "statement.write": gettext_lazy("skrev på en redovisning"),
        "statement.enclose": gettext_lazy("lade till en bilaga till en redovisning"),
    }
)


@transaction.atomic
def write(
    statement: Statement, days: DateRange, words: Mapping[str, str], *, edits: int, by: Viewer, now: datetime
) -> Draft:
    """`edits` as it was when the page was read: ValidationError where somebody has written in the meantime.

    The same once more changes nothing.
    """
    check_may_write(by, statement)
    standing = writable(statement, by)
    draft = kept_draft(statement)
    said = {question: answer.strip() for question, answer in words.items() if answer.strip()}
    same_days = days_of(standing.statement) == days
    if same_days and draft.words == said:
        return draft
    if draft.edits != edits:
        raise ValidationError(
            _("Någon annan har skrivit sedan du öppnade sidan. Öppna den i en ny flik, jämför och spara sedan igen.")
        )
    if not same_days:
        Statement.objects.own(by).filter(pk=statement.pk).update(days=PgRange(days.start, days.end))
        statement.days = PgRange(days.start, days.end)
    draft.words, draft.edits, draft.edited_at, draft.edited_by_id = said, edits + 1, now, by.person_id
    draft.save(update_fields=["words", "edits", "edited_at", "edited_by"])
    record("statement.write", by=by, now=now, subject=statement, partnership=statement.partnership_id)
    return draft


@transaction.atomic
def enclose(statement: Statement, file_name: str, data: bytes, *, by: Viewer, now: datetime) -> Document:
    """The annual report, or the receiver's own form: a draft among the papers, handed over when the party signs.

    Another one takes its place. ValidationError for a file that is not taken.
    """
    check_may_write(by, statement)
    standing = writable(statement, by)
    title = title_of(standing.statement, days_of(standing.statement))
    document = add_document(
        statement.partnership,
        file_name,
        data,
        title=_("Bilaga till %(title)s") % {"title": title},
        public_title=_("Bilaga till %(title)s") % {"title": title},
        direction=Document.Direction.DRAWN_UP,
        dated=now.astimezone(SWEDEN).date(),
        by=by,
        now=now,
    )
    draft = kept_draft(statement)
    draft.paper, draft.edits, draft.edited_at, draft.edited_by_id = document, draft.edits + 1, now, by.person_id
    draft.save(update_fields=["paper", "edits", "edited_at", "edited_by"])
    record("statement.enclose", by=by, now=now, subject=statement, partnership=statement.partnership_id)
    return document
