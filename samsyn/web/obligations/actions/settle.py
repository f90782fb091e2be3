"""How obligations stand: met, waived, disputed. Worked out from what shows it, the same way whatever has happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.rules import obligations as rules
from samsyn.rules.reading import Dossier
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.indices.queries import register
from samsyn.web.obligations.models import Evidence, Objection, Obligation
from samsyn.web.partnerships.models import Partnership

STANDING = ["met_on", "waived_on", "disputed_on"]


@dataclass(frozen=True, slots=True)
class Shown:
    """The earliest day of what stands, by obligation. `ever`: those for which evidence was given at any time."""

    done: Mapping[UUID, date]
    disputed: Mapping[UUID, date]
    ever: frozenset[UUID]

    def put_on(self, row: Obligation, derived: rules.Obligation | None, known: Obligation | None) -> Obligation:
        """Set the three days of `row`. `known` is the row as it is kept, None where it is new.

        1. What the rules know was done (a meeting with approved minutes, a condition) comes before what a party has
        shown. 2. What lasts is never done for good, however often something is shown of it. 3. What no longer follows
        from the terms keeps what the rules once said of it.
        """
        pk = known.pk if known else row.pk
        done = None if row.lasts else self.done.get(pk)
        row.disputed_on = self.disputed.get(pk)
        if derived:
            row.met_on, row.waived_on = derived.met_on or done, derived.waived_on
        elif pk in self.ever:
            row.met_on = done
        return row


def derived_of(partnership: Partnership, dossier: Dossier, today: date) -> list[rules.Obligation]:
    """What follows from the terms as known today and from the meetings that were held."""
    from samsyn.web.meetings.queries import held_days

    return rules.duties(dossier, happened=held_days(partnership), known_on=today, index=register())


def shown_in(partnership: Partnership) -> Shown:
    """Two queries."""
    given = Evidence.objects.filter(partnership=partnership).order_by("-done_on")
    rows = list(given.values_list("obligation_id", "done_on", "taken_back_at"))
    raised = Objection.objects.filter(partnership=partnership).standing().order_by("-raised_on")
    return Shown(
        done={obligation: day for obligation, day, taken_back in rows if taken_back is None},
        disputed=dict(raised.values_list("obligation_id", "raised_on")),
        ever=frozenset(obligation for obligation, _, _ in rows),
    )


def settle(partnership: Partnership, obligations: Iterable[UUID], *, today: date) -> None:
    """Work out anew how these obligations of one partnership stand. Part of an act; writes no history of its own.

    Nobody signed in may write obligations, so it is done in the name of the job that derives them.
    """
    from samsyn.web.agreements.queries import dossier_of
    from samsyn.web.agreements.turns import hold_terms

    hold_terms(partnership.pk)
    with also_as_job(Job.DERIVE):
        derived = {each.key: each for each in derived_of(partnership, dossier_of(partnership), today)}
        shown = shown_in(partnership)
        for row in Obligation.objects.filter(partnership=partnership, pk__in=list(obligations)):
            before = [getattr(row, field) for field in STANDING]
            shown.put_on(row, derived.get(rules.Key(row.term, row.occurrence)), row)
            if before != [getattr(row, field) for field in STANDING]:
                row.save(update_fields=STANDING)


def locked(obligation: Obligation) -> Obligation:
    """As it stands now, held until the act is done: two who write about the same one wait in line."""
    from samsyn.web.agreements.turns import hold_terms

    hold_terms(obligation.partnership_id)
    with also_as_job(Job.DERIVE):
        return Obligation.objects.select_for_update().get(pk=obligation.pk)
