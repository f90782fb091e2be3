"""What was counted on paper, and what was counted wrong. Both are events of their own, with their reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.terms.counting import Pad
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.tallies.models import AddedButton, Event
from samsyn.web.tallies.permissions import check_may_count
from samsyn.web.tallies.queries.ground import own_pad

OLDEST = timedelta(days=400)

acts.register(
    {
        "tally.paper": gettext_lazy("förde in siffror från papper"),
        "tally.correct": gettext_lazy("rättade en räknad siffra"),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """`n` of a button, of those who said this of themselves; empty: the paper does not say."""

    button: str
    n: int
    sex: str = ""
    age_band: str = ""


@transaction.atomic
def write_paper(
    partnership: Partnership,
    pad: str,
    day: date,
    lines: Iterable[Line],
    source: str,
    *,
    made: UUID,
    by: Viewer,
    now: datetime,
    today: date,
) -> list[Event]:
    """`source` says which paper. `made` is the form's own id: sent twice it counts once.

    For a closed day the lines wait for a decision. Raises ValidationError for a button that the pad does not have.
    """
    check_may_count(by, partnership.pk)
    found = own_pad(by, partnership, pad, today)
    wanted = [each for each in lines if each.n]
    _check_day(day, today)
    if not source.strip():
        raise ValidationError({"reason": _("Skriv vilket papper siffrorna kommer från.")})
    if not wanted:
        raise ValidationError(_("Skriv minst en siffra."))
    for each in wanted:
        _check_line(partnership, found, each, day, today, by)
    ids = {uuid5(made, f"{each.button}/{each.sex}/{each.age_band}"): each for each in wanted}
    there = list(Event.objects.visible_to(by).filter(pk__in=ids))
    if there:
        return there
    with refusals_of(Event):
        rows = [
            Event.objects.create(
                **_common(partnership, pad, day, each, source, by, now), id=key, source="paper", n=each.n
            )
            for key, each in ids.items()
        ]
    about = {"pad": pad, "day": day, "count": sum(each.n for each in wanted)}
    record("tally.paper", by=by, now=now, subject=rows[0], partnership=partnership, reason=source, refers_to=about)
    return _as_written(rows)


@transaction.atomic
def correct(
    partnership: Partnership,
    pad: str,
    day: date,
    line: Line,
    reason: str,
    *,
    made: UUID,
    by: Viewer,
    now: datetime,
    today: date,
) -> Event:
    """`line.n` more (or fewer, below zero). A sum never goes below nothing: ValidationError."""
    check_may_count(by, partnership.pk)
    found = own_pad(by, partnership, pad, today)
    _check_day(day, today)
    _check_line(partnership, found, line, day, today, by)
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv varför siffran rättas.")})
    there = Event.objects.visible_to(by).filter(pk=made).first()
    if there is not None:
        return there
    common = _common(partnership, pad, day, line, reason, by, now)
    try:
        with refusals_of(Event):
            row = Event.objects.create(**common, id=made, source="correction", n=line.n)
    except IntegrityError as trouble:
        if getattr(getattr(trouble.__cause__, "diag", None), "constraint_name", "") != "a_sum_is_never_below_zero":
            raise
        raise ValidationError(
            {"n": _("Så många är inte räknade den dagen. En siffra kan inte bli mindre än noll.")}
        ) from trouble
    about = {"pad": pad, "day": day, "button": line.button, "count": line.n}
    record("tally.correct", by=by, now=now, subject=row, partnership=partnership, reason=reason, refers_to=about)
    return _as_written([row])[0]


def _check_day(day: date, today: date) -> None:
    if day > today:
        raise ValidationError({"day": _("Dagen har inte varit än. Skriv en dag till och med i dag.")})
    if day < today - OLDEST:
        raise ValidationError({"day": _("Dagen är mer än 400 dagar sedan. Kontrollera året.")})


def _check_line(partnership: Partnership, pad: Pad, line: Line, day: date, today: date, by: Viewer) -> None:
    """By today's terms or those of the day: a button that has left the agreement was there then."""
    then = terms_on(dossier_of(partnership), day, today).pad.get(pad.id)
    known = [pad, *([then] if then else [])]
    added = AddedButton.objects.visible_to(by).on(day).filter(partnership=partnership, pad=pad.id, key=line.button)
    if not any(line.button in each.buttons for each in known) and not added.exists():
        raise ValidationError(_("Plattan har ingen sådan knapp."))
    if line.age_band and not any(line.age_band in each.age_bands for each in known):
        raise ValidationError({"age_band": _("Överenskommelsen har ingen sådan åldersgrupp.")})
    if line.sex and not any("sex" in each.asks for each in known):
        raise ValidationError({"sex": _("Kön räknas inte vid den här plattan.")})


def _common(
    partnership: Partnership, pad: str, day: date, line: Line, reason: str, by: Viewer, now: datetime
) -> dict[str, object]:
    return {
        "partnership": partnership,
        "organisation_id": by.organisation_id,
        "pad": pad,
        "day": day,
        "button": line.button,
        "sex": line.sex,
        "age_band": line.age_band,
        "reason": reason.strip(),
        "person_id": by.person_id,
        "received_at": now,
    }


def _as_written(rows: list[Event]) -> list[Event]:
    """With the state that the database gave them."""
    for each in rows:
        each.refresh_from_db(fields=["state"])
    return rows
