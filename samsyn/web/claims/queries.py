"""A claim with all that has been said and done about it, and where that puts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from samsyn.rules.money.claims import Facts, State, due_next, left, state
from samsyn.rules.quantities import Amount
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.resources import Repayment
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.claims.models import Claim, Entry, Plan, Repaid
from samsyn.web.claims.rows import ClaimQuerySet
from samsyn.web.matters.models import Matter
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True)
class Standing:
    """`owed` is what was decided, None before that. `considered`: exception → what the claiming party last found."""

    claim: Claim
    entries: Sequence[Entry]
    plans: Sequence[Plan]
    repaid: Sequence[Repaid]
    owed: Amount | None
    state: State

    @property
    def answer(self) -> Entry | None:
        """The last one."""
        return next((each for each in reversed(self.entries) if each.kind == Entry.Kind.ANSWERED), None)

    @property
    def considered(self) -> dict[str, Entry]:
        return self.found_by(self.claim.organisation_id)

    def found_by(self, organisation: UUID) -> dict[str, Entry]:
        """What one party last found of each exception."""
        found = [each for each in self.entries if each.kind == Entry.Kind.CONSIDERED]
        return {each.exception: each for each in found if each.organisation_id == organisation}

    @property
    def agreed(self) -> dict[UUID, date]:
        """Plan → the day on which the other party agreed to it."""
        return {each.plan_id: each.on for each in self.entries if each.plan_id}

    @property
    def confirmed(self) -> dict[UUID, date]:
        """What was paid → the day on which the receiver said that it had come."""
        return {each.repaid_id: each.on for each in self.entries if each.repaid_id}

    @property
    def agreed_plan(self) -> Plan | None:
        return next((each for each in reversed(self.plans) if each.pk in self.agreed), None)

    @property
    def proposed_plan(self) -> Plan | None:
        """The last one, where nobody has agreed to it."""
        return self.plans[-1] if self.plans and self.plans[-1].pk not in self.agreed else None

    @property
    def come(self) -> Amount:
        """What the receiver has confirmed."""
        return Amount(sum(each.amount_ore for each in self.repaid if each.pk in self.confirmed))

    @property
    def unconfirmed(self) -> list[Repaid]:
        return [each for each in self.repaid if each.pk not in self.confirmed]

    @property
    def noted(self) -> Amount:
        """Paid by somebody's word, confirmed or not."""
        return Amount(sum(each.amount_ore for each in self.repaid))

    @property
    def left(self) -> Amount:
        return left(self.owed or Amount(0), [self.come])

    @property
    def next_due(self) -> tuple[date, Amount] | None:
        plan = self.agreed_plan
        if plan is None or self.state != State.OWED:
            return None
        return due_next([(each.due, Amount(each.amount_ore)) for each in plan.instalments.all()], self.come)


def standings_in(viewer: Viewer, partnerships: Iterable[UUID]) -> list[Standing]:
    """The latest first. Six queries, however many partnerships and claims."""
    rows = Claim.objects.visible_to(viewer).filter(partnership_id__in=list(partnerships))
    return [standing_of(each) for each in _whole(rows)]


def one_of(viewer: Viewer, partnership: Partnership, pk: UUID) -> Standing | None:
    found = _whole(Claim.objects.visible_to(viewer).filter(partnership=partnership, pk=pk)).first()
    return standing_of(found) if found else None


def standing_of(claim: Claim) -> Standing:
    entries, plans = list(claim.entries.all()), list(claim.plans.all())
    repaid = [each for each in claim.repaid.all() if each.taken_back_at is None]
    change = claim.change
    owed = Amount(change.amount_ore or 0) if change is not None and change.version_id else None
    facts = Facts(
        raised=not claim.is_draft,
        answered=any(each.kind == Entry.Kind.ANSWERED for each in entries),
        deciding=change is not None and change.closed_at is None,
        owed=owed,
        settled=claim.ended_how == Claim.Ended.SETTLED,
        withdrawn=claim.ended_how == Claim.Ended.WITHDRAWN,
    )
    return Standing(claim, entries, plans, repaid, owed, state(facts))


def clause_behind(dossier: Dossier, claim: Claim) -> tuple[Agreement, Repayment | None]:
    """The terms on the day that it was raised, or drafted, and the clause in them."""
    day = claim.raised_on or claim.drafted_at.date()
    terms = terms_on(dossier, day, day)
    return terms, terms.repayment.get(claim.term) or dossier.agreement.repayment.get(claim.term)


def clauses_of(terms: Agreement, party: str | None) -> list[Repayment]:
    """By which the party may claim money back."""
    return [each for each in terms.repayment.values() if each.applies and party in each.to]


def obligation_behind(claim: Claim) -> Obligation | None:
    """What is shown of a repayment stands on the obligation that the clause gives the party that pays."""
    rows = Obligation.objects.filter(partnership_id=claim.partnership_id, term=claim.term, kind="repayment")
    return rows.standing().filter(owed_by__contains=[claim.against_id]).select_related("partnership").first()


def _whole(rows: ClaimQuerySet) -> ClaimQuerySet:
    known = rows.select_related("organisation", "against", "partnership", "change")
    entries = Entry.objects.select_related("organisation", "person", "meeting", "document")
    plans = Plan.objects.select_related("organisation").prefetch_related("instalments")
    known = known.prefetch_related(Prefetch("entries", queryset=entries))
    known = known.prefetch_related(Prefetch("plans", queryset=plans))
    return known.prefetch_related(Prefetch("repaid", queryset=Repaid.objects.select_related("organisation")))


def notices_in(viewer: Viewer, partnership: UUID, terms: Agreement) -> dict[str, Any]:
    """What the agreement says of telling at once that one's economy changes, and the matters in which it was told.

    Empty where it says nothing. `tells`: the viewer may tell it for its party.
    """
    notices = [each for each in terms.duty.values() if each.applies and each.kind == "economic_notice"]
    if not notices:
        return {}
    matters = Matter.objects.visible_to(viewer).filter(partnership_id=partnership, kind="economic_change")
    told = list(matters.latest_first()[:10])
    return {"notices": notices, "matters": told, "tells": viewer.may(Permission.FULFIL)}
