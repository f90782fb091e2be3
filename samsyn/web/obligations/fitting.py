"""What can show that an obligation was met, and on which days: held against the kind of evidence its rule asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from samsyn.rules.obligations import Evidence as Asked
from samsyn.web.documents.models import Document
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.obligations.queries import NOTHING_TO_SHOW

_BY_ITSELF = "meeting"
"""The kind of obligation that a meeting with approved minutes shows without anybody's help."""
_DOCUMENT, _REPORT, _PAYMENT = Evidence.Kind.DOCUMENT, Evidence.Kind.REPORT, Evidence.Kind.PAYMENT
_MEETING, _NOTE = Evidence.Kind.MEETING, Evidence.Kind.NOTE
_FITS: Mapping[str, tuple[Evidence.Kind, ...]] = {
    Asked.MINUTES: (_DOCUMENT, _MEETING),
    Asked.REPORT: (_REPORT, _DOCUMENT),
    Asked.INVOICE: (_DOCUMENT, _NOTE),
    Asked.PAYMENT: (_PAYMENT, _DOCUMENT),
    Asked.CALCULATION: (_DOCUMENT,),
    Asked.SIGNED: (_DOCUMENT,),
    Asked.APPROVAL: (_DOCUMENT, _MEETING),
    Asked.WRITTEN_NOTICE: (_DOCUMENT, _NOTE),
    Asked.SURVEY: (_REPORT, _DOCUMENT),
    Asked.NOTE: (_NOTE, _DOCUMENT, _MEETING),
    Asked.NONE: (_NOTE, _DOCUMENT, _MEETING),
}
_MAY_COME_EARLY = (Asked.INVOICE, Asked.PAYMENT)
"""To pay before the period has begun is no wrong."""
BY_DOCUMENT = (_DOCUMENT, _REPORT)


def fitting(obligation: Obligation) -> tuple[Evidence.Kind, ...]:
    """The first is the usual one; none where there is nothing to show.

    A meeting of a body in Samsyn shows itself; one held elsewhere is shown by its minutes.
    """
    if obligation.kind in NOTHING_TO_SHOW:
        return ()
    found = _FITS.get(obligation.evidence, (_NOTE, _DOCUMENT))
    return tuple(kind for kind in found if kind != _MEETING) if obligation.kind == _BY_ITSELF else found


def earliest_day(obligation: Obligation) -> date | None:
    """The first day on which it can have been done; None where the obligation sets none."""
    before = obligation.due is not None and obligation.due < obligation.window_start
    return None if before or obligation.evidence in _MAY_COME_EARLY else obligation.window_start


def check_fits(
    obligation: Obligation, kind: str, done_on: date, document: Document | None, meeting: Meeting | None, says: str
) -> None:
    """Raises ValidationError for what does not show that this obligation was met. `obligation` is as it stands now."""
    if obligation.fell_away_on:
        raise ValidationError(gettext("Åtagandet följer inte längre av överenskommelsen, så det finns inget att visa."))
    if obligation.waived_on:
        raise ValidationError(gettext("Parterna har avstått från åtagandet, så det finns inget att visa."))
    allowed = fitting(obligation)
    if not allowed:
        raise ValidationError(gettext("Dagen kommer av sig själv, så det finns inget att visa."))
    if kind not in allowed:
        names = ", ".join(f"«{each.label}»" for each in allowed)
        said = gettext("Det passar inte som underlag enligt punkt %(clause)s. Välj %(names)s.")
        raise ValidationError(said % {"clause": obligation.clause, "names": names})
    _check_day(obligation, done_on)
    _check_document(obligation, kind, document)
    _check_meeting(obligation, kind, meeting)
    if kind == _NOTE and not says.strip():
        raise ValidationError(gettext("Skriv i anteckningen vad som gjordes."))


def check_not_ahead(done_on: date, today: date) -> None:
    if done_on > today:
        said = gettext("%(day)s har inte varit än. Visa att det är gjort när det är gjort.")
        raise ValidationError(said % {"day": done_on})


def _check_day(obligation: Obligation, done_on: date) -> None:
    first = earliest_day(obligation)
    if first and done_on < first:
        said = gettext(
            "%(day)s ligger före den tid som åtagandet avser: den börjar %(first)s (punkt %(clause)s). Skriv dagen då "
            "det gjordes, eller visa det för det tillfälle då det gällde."
        )
        raise ValidationError(said % {"day": done_on, "first": first, "clause": obligation.clause})


def _check_document(obligation: Obligation, kind: str, document: Document | None) -> None:
    if document is None:
        if kind in BY_DOCUMENT:
            raise ValidationError(gettext("Välj den handling som visar det, eller lägg in den."))
        return
    if document.partnership_id != obligation.partnership_id:
        raise ValidationError(gettext("Handlingen hör till ett annat partnerskap. Välj en i det här."))
    if document.is_draft:
        said = gettext(
            "Handlingen är ett utkast som bara ni ser. Lämna över den först: underlag ska alla parter kunna se."
        )
        raise ValidationError(said)


def _check_meeting(obligation: Obligation, kind: str, meeting: Meeting | None) -> None:
    if meeting is None:
        if kind == _MEETING:
            raise ValidationError(gettext("Välj det möte där det gjordes."))
        return
    if meeting.partnership_id != obligation.partnership_id:
        raise ValidationError(gettext("Mötet hör till ett annat partnerskap. Välj ett i det här."))
    if meeting.approved_on is None:
        raise ValidationError(gettext("Alla parter har inte godkänt protokollet från mötet. Vänta tills de har det."))
