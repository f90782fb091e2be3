"""Two people do the same in the same instant: they wait in line, or the constraint lets one through and says why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import gettext as _


def take_turns(what: str) -> None:
    """Whoever else does `what` is done first; it is ours until the transaction ends. Asked for again it costs nothing.

    For what no single row stands for: the next number in a partnership, or which version is the newest.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [what])


@contextmanager
def refusals_of(model: type[models.Model]) -> Iterator[None]:
    """Raise what a constraint of `model` refuses as the ValidationError that its own check would have raised.

    For what was validated a moment ago: somebody else was quicker. So is a form's own id that another row has
    already, which nobody comes to by pressing twice. Other errors pass through.

    They write one at a time, each until its transaction ends: two rows that break an exclusion constraint between
    them would otherwise wait for each other, and PostgreSQL would end one of them as a deadlock.
    """
    try:
        with transaction.atomic():
            take_turns(model._meta.db_table)
            yield
    except IntegrityError as trouble:
        name = getattr(getattr(trouble.__cause__, "diag", None), "constraint_name", None)
        if name == f"{model._meta.db_table}_pkey":
            raise ValidationError(_("Formuläret hör till något annat. Ladda om sidan och skriv igen.")) from trouble
        broken = [each for each in model._meta.constraints if each.name == name]
        if not broken:
            raise
        raise ValidationError(broken[0].get_violation_error_message()) from trouble
