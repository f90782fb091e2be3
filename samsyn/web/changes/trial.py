"""A change tried on the agreement as it stands, before anybody is asked to approve it."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from samsyn.rules.mandates import ALONE, Asked
from samsyn.rules.reading import BrokenAgreement, Dossier, read_files
from samsyn.rules.reading.keys import adapter
from samsyn.rules.terms import Agreement, ChangeFile
from samsyn.rules.terms.amend import NoTerm, NothingChanged, UnknownTerm, amended
from samsyn.rules.timeline import agreed_by, life, next_extension
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes.content import file_name, file_of, from_json
from samsyn.web.changes.faults import in_words
from samsyn.web.changes.models import Change
from samsyn.web.partnerships.models import PartnershipParty


def check_drafted(change: Change, *, today: date) -> None:
    """What a draft must be to be kept: each term by itself. Raises ValidationError.

    Two terms of an amendment may fit only together, so whether the whole does is shown on the page and demanded when
    it is proposed. What is no amendment fits, or is not written.
    """
    if change.kind != Change.Kind.AMENDMENT:
        check_fits(change, today=today)
        return
    _check_words(change)
    terms = agreed_by(dossier_of(change.partnership), max(change.first or today, today), today)
    file = adapter(ChangeFile).validate_python(tomllib.loads(file_of(change, on=today).decode(), parse_float=Decimal))
    try:
        amended(terms, file)
    except (UnknownTerm, NothingChanged, NoTerm):
        tried(change, dossier_of(change.partnership), on=today, by=parties_in(change, dossier_of(change.partnership)))


def check_fits(change: Change, *, today: date) -> None:
    """Raises ValidationError with every reason why the change does not fit the agreement as it stands."""
    dossier = dossier_of(change.partnership)
    _check_words(change)
    if change.kind == Change.Kind.EXTENSION:
        _check_extension(change, dossier, today)
    tried(change, dossier, on=today, by=parties_in(change, dossier))


def tried(change: Change, dossier: Dossier, *, on: date, by: tuple[str, ...], form: str = "") -> Dossier:
    """The agreement with the change as a file, done on a day by these parties. Raises ValidationError."""
    files = {**dossier.files, file_name(change): file_of(change, on=on, by=by, form=form)}
    try:
        return read_files(files)
    except BrokenAgreement as trouble:
        lead = gettext("Ändringen går inte ihop med överenskommelsen som den är i dag (punkt %(clause)s).")
        raise ValidationError([lead % {"clause": change.clause}, *in_words(trouble.problems)]) from trouble


def asked_of(change: Change, agreement: Agreement, place: PartnershipParty) -> Asked:
    """What the change asks for, as far as its form depends on it. `place` is that of the party that drew it up."""
    content = from_json(change.content)
    families = {*content.get("set", {}), *content.get("add", {})}
    removed = set(content.get("remove", []))
    families |= {family for family, term in agreement.terms() if term.id in removed}
    to = tuple(change.obligation.to_keys) if change.obligation_id and change.obligation else ()
    return Asked(change.kind, place.key, frozenset(families), change.of, to)


def parties_in(change: Change, dossier: Dossier) -> tuple[str, ...]:
    """Everybody, or for what one party does alone that party."""
    if change.kind not in ALONE:
        return tuple(dossier.agreement.party)
    place = PartnershipParty.objects.get(partnership_id=change.partnership_id, organisation_id=change.organisation_id)
    return (place.key,)


def _check_words(change: Change) -> None:
    change.clean_fields(exclude={field.name for field in Change._meta.fields} - {"clause", "says", "because"})
    if not change.says.strip():
        raise ValidationError({"says": gettext("Skriv i en mening vad som ändras och varför.")})
    needs_a_reason = (Change.Kind.TERMINATION, Change.Kind.WAIVER, Change.Kind.REPAYMENT)
    if change.kind in needs_a_reason and not change.because.strip():
        raise ValidationError({"because": gettext("Skriv varför. De andra parterna behöver förstå skälet.")})
    content = from_json(change.content)
    if change.kind == Change.Kind.AMENDMENT and not any(content.get(key) for key in ("set", "add", "remove")):
        raise ValidationError(gettext("Utkastet ändrar inget villkor än. Välj ett villkor och skriv vad som ska stå."))


def _check_extension(change: Change, dossier: Dossier, today: date) -> None:
    last, option = life(dossier, today).last, next_extension(dossier, today)
    if change.last is None or change.last <= last:
        message = gettext(
            "Ny sista dag måste ligga efter %(last)s, då överenskommelsen annars slutar (punkt %(clause)s)."
        )
        raise ValidationError({"last": message % {"last": last, "clause": change.clause}})
    if option and change.last > option.new_last:
        message = gettext("Punkt %(clause)s räcker till %(new)s. Skriv den dagen eller en tidigare.")
        raise ValidationError({"last": message % {"clause": option.term.clause, "new": option.new_last}})
