"""All changes of a partnership by what they wait for, and a plain lead on how this agreement is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from samsyn.rules.mandates import NotPossible
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import next_extension
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.agreements.presenters.terms.wording import word
from samsyn.web.changes.models import Change
from samsyn.web.changes.presenters.words import KINDS
from samsyn.web.changes.standing import Standing, standing_from
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.project.clock import SWEDEN


@dataclass(frozen=True)
class Row:
    """`state` in a few words, with its `kind` of tag."""

    url: str
    number: int
    title: str
    says: str
    who: str
    day: date
    clause: str
    assumed: bool
    state: str
    state_kind: str


@dataclass(frozen=True)
class Groups:
    """`ours`: something waits for the viewer's party. Newest first."""

    ours: tuple[Row, ...]
    theirs: tuple[Row, ...]
    drafts: tuple[Row, ...]
    in_force: tuple[Row, ...]
    closed: tuple[Row, ...]

    @property
    def any(self) -> bool:
        return bool(self.ours or self.theirs or self.drafts or self.in_force or self.closed)


@dataclass(frozen=True)
class Line:
    """One sentence of the lead with its clause."""

    says: str
    clause: str
    assumed: bool


def groups_of(
    changes: Iterable[Change],
    dossier: Dossier,
    places: Mapping[str, PartnershipParty],
    own: str,
    home: str,
    today: date,
) -> Groups:
    """`changes` with their steps prefetched."""
    found: dict[str, list[Row]] = {name: [] for name in ("ours", "theirs", "drafts", "in_force", "closed")}
    for change in changes:
        place = next((each for each in places.values() if each.organisation_id == change.organisation_id), None)
        standing = _standing(change, dossier, place, today) if change.is_pending else None
        found[_group(change, standing, own)].append(_row(change, standing, dossier.agreement, place, home))
    return Groups(**{name: tuple(rows) for name, rows in found.items()})


def waiting_for(standing: Standing) -> tuple[str, ...]:
    """Parties that the nearest way still misses something of."""
    return tuple(dict.fromkeys(demand.party for demand in standing.missing))


def _standing(change: Change, dossier: Dossier, place: PartnershipParty | None, today: date) -> Standing | None:
    if place is None:
        return None
    try:
        steps = sorted(change.steps.all(), key=lambda step: (step.on, step.recorded_at))
        return standing_from(change, dossier, place, steps, today)
    except NotPossible:
        return None


def _group(change: Change, standing: Standing | None, own: str) -> str:
    if change.version_id:
        return "in_force"
    if change.closed_at:
        return "closed"
    if change.is_draft:
        return "drafts"
    return "ours" if standing and own in waiting_for(standing) else "theirs"


def _row(
    change: Change, standing: Standing | None, agreement: Agreement, place: PartnershipParty | None, home: str
) -> Row:
    state, kind = _state(change, standing, agreement)
    return Row(
        url=f"{home}{change.pk}/",
        number=change.number,
        title=str(KINDS[change.kind].title),
        says=change.says,
        who=agreement.party_name(place.key) if place else change.organisation.name,
        day=change.done_on or (change.closed_at or change.proposed_at or change.drafted_at).astimezone(SWEDEN).date(),
        clause=change.clause,
        assumed=bool(standing and standing.way.reason.assumptions),
        state=state,
        state_kind=kind,
    )


def _state(change: Change, standing: Standing | None, agreement: Agreement) -> tuple[str, str]:
    if change.version_id:
        return gettext("klar"), "done"
    if change.closed_at:
        return str(Change.Closed(change.closed_how).label), "plain"
    if change.is_draft:
        return gettext("utkast"), "plain"
    if standing is None:
        return gettext("går inte ihop med överenskommelsen"), "cannot"
    names = [agreement.party_name(key) for key in waiting_for(standing)]
    return gettext("väntar på %(who)s") % {"who": together(names)} if names else gettext("väntar"), "waiting"


def lead_of(dossier: Dossier, agreement: Agreement, today: date) -> tuple[Line, ...]:
    """In what form this agreement is changed, what the next extension is and by when, how long notice is."""
    return (*_forms(agreement), *_extension(dossier, today), *_notice(agreement))


def _forms(agreement: Agreement) -> list[Line]:
    terms = [term for term in agreement.change.values() if term.applies]
    if not terms:
        says = gettext("Texten säger inte hur den ändras. Då undertecknar alla parter, som när den ingicks.")
        return [Line(says, agreement.source.clause, assumed=True)]
    found = []
    for term in terms:
        who = together(agreement.party_name(key) for key in term.by) if term.by else gettext("alla parter")
        says = gettext("Den ändras så här: %(form)s (%(who)s).")
        words = {"form": word(type(term), "form", term.form), "who": who}
        found.append(Line(says % words, term.clause, bool(term.assumption)))
    return found


def _extension(dossier: Dossier, today: date) -> list[Line]:
    option = next_extension(dossier, today)
    if option is None:
        return []
    words = {"last": option.new_last, "by": option.settle_by}
    if option.term.form == "tacit":
        says = gettext("Säger ingen upp den senast %(by)s förlängs den till och med %(last)s.")
    elif option.settle_by < today:
        says = gettext("En förlängning till och med %(last)s skulle ha varit klar senast %(by)s.")
    else:
        says = gettext("Den kan förlängas till och med %(last)s. Det ska vara klart senast %(by)s.")
    return [Line(says % words, option.term.clause, bool(option.term.assumption))]


def _notice(agreement: Agreement) -> list[Line]:
    found = []
    for term in agreement.notice.values():
        if term.applies:
            says = ngettext("Uppsägningstiden är %(n)s månad.", "Uppsägningstiden är %(n)s månader.", term.months)
            found.append(Line(says % {"n": term.months}, term.clause, bool(term.assumption)))
    return found
