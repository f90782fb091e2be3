"""An organisation lets go of its own figures over a period that has ended: for good, and only what may be told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.indicators import Figure
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.releases.actions.writing import Letting, write
from samsyn.web.releases.models import ExactCell, Release
from samsyn.web.releases.periods import crosses, ended_periods
from samsyn.web.releases.permissions import check_may_release
from samsyn.web.releases.promises import receivers_of
from samsyn.web.releases.queries import figures_by_release
from samsyn.web.releases.told import ReleasedFigure, numbers_of
from samsyn.web.releases.weighing import days_of

acts.register({"release.make": gettext_lazy("släppte en siffra"), "release.correct": gettext_lazy("rättade en siffra")})


@transaction.atomic
def release(
    partnership: Partnership, figures: Sequence[Figure], *, because: str = "", by: Viewer, now: datetime
) -> list[ReleasedFigure]:
    """As the others see them. Sent twice it is what is there already; with other numbers it is a correction.

    ValidationError: the period has not ended, is not one of the agreement's own, or a correction does not say why.
    """
    check_may_release(by, partnership)
    terms = _terms(partnership, figures, now)
    for each in figures:
        _check_grid(partnership, terms, each, now.astimezone(SWEDEN).date())
    return _let_go(partnership, terms, figures, because=because, promises=False, by=by, now=now)


@transaction.atomic
def release_part(
    partnership: Partnership, figures: Sequence[Figure], *, because: str = "", by: Viewer, now: datetime
) -> list[ReleasedFigure]:
    """With a signed part of a report, over the report's own days. Totals that the agreement asks for are exact.

    Where the days cross those of something let go before, nothing but these totals is told.
    """
    check_may_release(by, partnership)
    terms = _terms(partnership, figures, now)
    because = because or _("Delen undertecknades på nytt.")
    return _let_go(partnership, terms, figures, because=because, promises=True, by=by, now=now)


def preview(
    partnership: Partnership, figures: Sequence[Figure], *, promises: bool = False, by: Viewer, now: datetime
) -> list[ReleasedFigure]:
    """The same, written to nothing: what the others would see if it were let go of now."""
    terms = _terms(partnership, figures, now)
    return Letting.of(partnership, terms, _own(by, partnership, figures), promises=promises, by=by).seen()


def _let_go(
    partnership: Partnership,
    terms: Agreement,
    figures: Sequence[Figure],
    *,
    because: str,
    promises: bool,
    by: Viewer,
    now: datetime,
) -> list[ReleasedFigure]:
    take_turns(f"releases/{partnership.pk}")
    own = _own(by, partnership, figures)
    last = _last_of(partnership, by.organisation_id, own)
    new = [each for each in own if not _is_there(last.get(_of(each)), each, _promised(terms, each, promises))]
    for each in new:
        if _of(each) in last and not because.strip():
            raise ValidationError(_("Siffran är redan släppt. Skriv vad som rättas och varför."))
    letting = Letting.of(partnership, terms, new, promises=promises, by=by)
    made = {}
    for each in new:
        before = last.get(_of(each))
        number = before.number + 1 if before else 1
        with refusals_of(Release):
            row = write(letting, each, number=number, because=because.strip() if before else "", by=by, now=now)
        made[_of(each)] = row
        record(
            "release.correct" if before else "release.make", by=by, now=now, subject=row, partnership=partnership.pk,
            clause=each.clause, shared=True, refers_to={"number": number},
        )  # fmt: skip
    told = figures_by_release(by, [*made.values(), *(last[key] for each in own if (key := _of(each)) not in made)])
    return [told[(made.get(_of(each)) or last[_of(each)]).pk] for each in own]


def _own(by: Viewer, partnership: Partnership, figures: Sequence[Figure]) -> list[Figure]:
    """Nobody lets go of another's. What nothing measures has no owner and no number, and is left out."""
    key = own_key(by, partnership.pk)
    if any(each.organisation not in ("", key) for each in figures):
        raise ValidationError(_("Var och en släpper bara sina egna siffror."))
    return [each for each in figures if numbers_of(each) or each.organisation == key]


def _terms(partnership: Partnership, figures: Sequence[Figure], now: datetime) -> Agreement:
    today = now.astimezone(SWEDEN).date()
    for each in figures:
        if each.period.end > today:
            raise ValidationError(_("Perioden har inte tagit slut än. Släpp siffrorna när den har gjort det."))
    last = max((each.period.last for each in figures), default=today)
    return terms_on(dossier_of(partnership), last, today)


def _check_grid(partnership: Partnership, terms: Agreement, figure: Figure, today: date) -> None:
    if figure.period not in ended_periods(terms, figure.period.start, today):
        raise ValidationError(_("Siffror släpps bara för hela perioder av den längd som överenskommelsen säger."))
    rows = Release.objects.filter(partnership=partnership, indicator=figure.indicator)
    if crosses(figure.period, [days_of(each) for each in rows]):
        raise ValidationError(_("Perioden korsar en som redan är släppt. Välj en som ligger inom den eller utanför."))


def _promised(terms: Agreement, figure: Figure, promises: bool) -> bool:
    return receivers_of(terms, figure.indicator, promises=promises) is not None


def _of(figure: Figure) -> tuple[str, object]:
    return (figure.indicator, figure.period)


def _last_of(
    partnership: Partnership, organisation: UUID, figures: Sequence[Figure]
) -> dict[tuple[str, object], Release]:
    rows = Release.objects.filter(
        partnership=partnership, organisation_id=organisation, kind=Release.Kind.OWN,
        indicator__in=[each.indicator for each in figures],
    ).order_by("number")  # fmt: skip
    return {(each.indicator, days_of(each)): each for each in rows}


def _is_there(last: Release | None, figure: Figure, promised: bool) -> bool:
    """The same numbers by the same definition, and no more promised than then."""
    if last is None or last.version != figure.version or (promised and not last.promised):
        return False
    rows = ExactCell.objects.filter(release=last).exclude(name="")
    told = {(tuple(each.by), tuple(each.keys), each.name): each.n for each in rows}
    return told == {tuple(line): n for line, n in numbers_of(figure).items()}
