"""That something was shown, signed or met. Of an extract only that: its own date is looked at and forgotten."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.rules.reading import Dossier
from samsyn.rules.staffing import unfit_extract
from samsyn.rules.terms.people import RegisterCheck, StaffRequirement, Undertaking
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.roster.models import Fulfilled, UndertakingText, Worker
from samsyn.web.roster.permissions import check_may_keep
from samsyn.web.roster.queries.ground import demand_term
from samsyn.web.roster.queries.standing import standing_of

acts.register(
    {
        "roster.shown": gettext_lazy("noterade att ett utdrag ur register har visats upp"),
        "roster.signed": gettext_lazy("noterade att en tystnadsförbindelse är underskriven"),
        "roster.met": gettext_lazy("noterade att ett krav på personal är uppfyllt"),
        "roster.take-back": gettext_lazy("tog tillbaka en notering om ett krav"),
    }
)


@transaction.atomic
def note_shown(
    worker: Worker,
    requirement: str,
    on: date,
    dated: date | None,
    dossier: Dossier,
    *,
    copy_kept: bool = False,
    by: Viewer,
    now: datetime,
    today: date,
) -> Fulfilled:
    """`dated` is the extract's own date: it is compared with how old an extract may be, and kept nowhere.

    Demanded where the agreement says how old one may be. `copy_kept` only where the agreement speaks of keeping one.
    """
    term = demand_term(dossier, requirement, today)
    if not isinstance(term, RegisterCheck):
        raise ValidationError(_("Det kravet visas inte med ett utdrag. Ladda om sidan."))
    _check_fresh(term, dated, on)
    return _note(
        worker, dossier, "check", term.id, term.clause, on, by=by, now=now, today=today,
        copy_kept=copy_kept and term.keeps_copy,
    )  # fmt: skip


@transaction.atomic
def note_signed(
    worker: Worker, text: UndertakingText, on: date, dossier: Dossier, *, by: Viewer, now: datetime, today: date
) -> Fulfilled:
    """In which version. The paper itself stays with the organisation."""
    term = demand_term(dossier, text.requirement, today)
    if not isinstance(term, Undertaking):
        raise ValidationError(_("Den tystnadsförbindelsen finns inte i överenskommelsen längre. Ladda om sidan."))
    if on < text.since:
        message = _("Den texten gäller från %(day)s. Välj den version som skrevs under, eller en senare dag.")
        raise ValidationError({"on": ValidationError(message, params={"day": text.since})})
    return _note(worker, dossier, "undertaking", term.id, term.clause, on, by=by, now=now, today=today, version=text)


@transaction.atomic
def note_met(
    worker: Worker, requirement: str, on: date, how: str, dossier: Dossier, *, by: Viewer, now: datetime, today: date
) -> Fulfilled:
    """`how` only where the agreement demands an education: by degree, or by what counts as one."""
    term = demand_term(dossier, requirement, today)
    if not isinstance(term, StaffRequirement):
        raise ValidationError(_("Det kravet noteras på annat sätt. Ladda om sidan."))
    if term.kind == "education" and not how:
        raise ValidationError({"how": _("Välj hur kravet är uppfyllt.")})
    how = how if term.kind == "education" else ""
    return _note(worker, dossier, "demand", term.id, term.clause, on, by=by, now=now, today=today, how=how)


@transaction.atomic
def take_back(noted: Fulfilled, because: str, *, by: Viewer, now: datetime) -> Fulfilled:
    """A slip. `because` is one of Fulfilled.Slip: there are no words about anybody. Taken back already: as it is."""
    check_may_keep(by, noted.partnership_id)
    locked = Fulfilled.objects.visible_to(by).select_for_update(of=("self",)).get(pk=noted.pk)
    if because not in Fulfilled.Slip.values:
        raise ValidationError({"because": _("Välj varför noteringen tas tillbaka.")})
    if locked.taken_back_at is not None:
        return locked
    locked.taken_back_at, locked.taken_back_by_id, locked.taken_back_because = now, by.person_id, because
    locked.save(update_fields=["taken_back_at", "taken_back_by", "taken_back_because"])
    about = {"requirement": locked.requirement, "because": because, "worker": locked.worker_id}
    record("roster.take-back", by=by, now=now, subject=locked, partnership=locked.partnership_id, refers_to=about)
    return locked


def _check_fresh(term: RegisterCheck, dated: date | None, on: date) -> None:
    if dated is None:
        if term.oldest_months is not None:
            raise ValidationError({"dated": _("Skriv utdragets datum. Det jämförs här och nu, och sparas inte.")})
        return
    unfit = unfit_extract(term, dated, on)
    if unfit is None:
        return
    if unfit.why == "not_yet":
        raise ValidationError({"dated": _("Utdragets datum är efter dagen då det visades. Kontrollera datumen.")})
    n = unfit.oldest_months
    message = ngettext(
        "Utdraget är äldre än %(n)s månad (%(clause)s). Be om ett nytt, och notera det när det visas.",
        "Utdraget är äldre än %(n)s månader (%(clause)s). Be om ett nytt, och notera det när det visas.",
        n,
    )
    raise ValidationError({"dated": ValidationError(message, params={"n": n, "clause": term.clause})})


_NAMES = {"check": "roster.shown", "undertaking": "roster.signed", "demand": "roster.met"}


def _note(
    worker: Worker, dossier: Dossier, kind: str, requirement: str, clause: str, on: date, *, by: Viewer, now: datetime,
    today: date, **more: Any,
) -> Fulfilled:  # fmt: skip
    """Pressed twice: what stands there already. The worker's row is locked, so that two at once note one thing."""
    check_may_keep(by, worker.partnership_id)
    _check_demanded(worker, dossier, requirement, by, today)
    if on > today:
        raise ValidationError({"on": _("Dagen har inte varit än.")})
    locked = Worker.objects.visible_to(by).select_for_update(of=("self",)).get(pk=worker.pk)
    whose = {"worker": locked, "requirement": requirement, "on": on}
    there = Fulfilled.objects.standing().filter(**whose, **more).first()
    if there is not None:
        return there
    noted = Fulfilled(
        **whose, **more, kind=kind, role=locked.function, noted_by_id=by.person_id,
        partnership_id=locked.partnership_id, organisation_id=locked.organisation_id,
    )  # fmt: skip
    with refusals_of(Fulfilled):
        noted.save(force_insert=True)
    about = {"requirement": requirement, "worker": locked.pk, "on": on}
    record(
        _NAMES[kind], by=by, now=now, subject=noted, partnership=locked.partnership_id, clause=clause, refers_to=about
    )
    return noted


def _check_demanded(worker: Worker, dossier: Dossier, requirement: str, by: Viewer, today: date) -> None:
    """Nothing is noted of anybody that the agreement does not ask of her."""
    demands = standing_of(by, [worker], dossier, (), max(today, worker.first))[worker.pk].demands
    if requirement not in {each.requirement for each in demands}:
        raise ValidationError(_("Det kravet gäller inte den här personen, så det noteras inte."))
