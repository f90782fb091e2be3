"""What each who works lacks, and what it keeps her from. Asked for many at once, in as many questions as for one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args
from uuid import UUID

from samsyn.rules.reading import Dossier
from samsyn.rules.staffing import CauseFacts, Demand, Lack, WorkerFacts, blocked_from, demands_on, listed
from samsyn.rules.staffing import Fulfilled as Met
from samsyn.rules.staffing import Met as Listed
from samsyn.rules.staffing import lacks as lacking_of
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.occasions import Exposure
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import own_key, own_keys
from samsyn.web.partnerships.models import Partnership
from samsyn.web.roster.models import Cause, Fulfilled, UndertakingText, Worker


@dataclass(frozen=True, slots=True)
class Standing:
    """`lacks`: all that is lacking. `blocks`: what of it keeps her from work with the exposure that was asked about."""

    demands: tuple[Demand, ...] = ()
    lacks: tuple[Lack, ...] = ()
    blocks: tuple[Lack, ...] = ()


def workers_on(viewer: Viewer, partnership: Partnership, day: date) -> list[Worker]:
    """The own organisation's, by name. Empty for who neither does the daily work nor answers for it."""
    found = Worker.objects.visible_to(viewer).filter(partnership=partnership).on(day)
    return list(found.select_related("person"))


def standing_of(
    viewer: Viewer, workers: Iterable[Worker], dossier: Dossier, exposure: Collection[Exposure], day: date
) -> dict[UUID, Standing]:
    """By worker. All of them work in the partnership of the dossier, for the acting organisation."""
    asked = list(workers)
    if not asked:
        return {}
    terms = terms_on(dossier, day, viewer.day or day)
    party = own_key(viewer, asked[0].partnership_id) or ""
    found = _Noted(asked, day)
    return {each.pk: found.standing(each, terms, party, exposure, day) for each in asked}


def listed_of(viewer: Viewer, workers: Iterable[Worker], dossier: Dossier, day: date) -> dict[UUID, list[Listed]]:
    """By worker: which demands are met, as another party may read it. Otherwise as `standing_of`."""
    asked = list(workers)
    if not asked:
        return {}
    terms = terms_on(dossier, day, viewer.day or day)
    party = own_key(viewer, asked[0].partnership_id) or ""
    found = _Noted(asked, day)
    return {each.pk: found.listed(each, terms, party, day) for each in asked}


def blocked_in(viewer: Viewer, partnerships: Iterable[tuple[Partnership, Dossier]], day: date) -> dict[UUID, int]:
    """Partnership → how many of the own organisation's lack what comes before some work. In four questions."""
    dossiers = {each.pk: dossier for each, dossier in partnerships}
    there = list(Worker.objects.visible_to(viewer).filter(partnership__in=dossiers).on(day))
    if not there:
        return {}
    terms = {key: terms_on(dossier, day, viewer.day or day) for key, dossier in dossiers.items()}
    parties = {key: place.key for key, place in own_keys(viewer, list(dossiers)).items()}
    found = _Noted(there, day)
    return Counter(
        each.partnership_id
        for each in there
        if found.standing(
            each, terms[each.partnership_id], parties.get(each.partnership_id, ""), get_args(Exposure), day
        ).blocks
    )


class _Noted:
    """What is noted of some workers of one organisation, and which texts are to be signed on a day."""

    def __init__(self, workers: list[Worker], day: date) -> None:
        ids = [each.pk for each in workers]
        self.met: dict[UUID, list[Met]] = defaultdict(list)
        for noted in Fulfilled.objects.standing().filter(worker__in=ids).select_related("version"):
            number = noted.version.number if noted.version else None
            self.met[noted.worker_id].append(Met(noted.requirement, noted.on, number))
        self.causes: dict[UUID, list[CauseFacts]] = defaultdict(list)
        for cause in Cause.objects.standing().filter(worker__in=ids):
            self.causes[cause.worker_id].append(CauseFacts(cause.requirement, cause.on))
        self.versions: dict[UUID, dict[str, int]] = defaultdict(dict)
        texts = UndertakingText.objects.filter(organisation_id=workers[0].organisation_id)
        for text in texts.filter(partnership__in={each.partnership_id for each in workers}).since(day):
            self.versions[text.partnership_id].setdefault(text.requirement, text.number)

    def standing(
        self, worker: Worker, terms: Agreement, party: str, exposure: Collection[Exposure], day: date
    ) -> Standing:
        demands = demands_on(terms, party, facts_of(worker, self.causes[worker.pk]), day)
        found = lacking_of(demands, self.met[worker.pk], day, self.versions[worker.partnership_id])
        return Standing(tuple(demands), tuple(found), tuple(blocked_from(exposure, found)))

    def listed(self, worker: Worker, terms: Agreement, party: str, day: date) -> list[Listed]:
        return listed(terms, party, facts_of(worker), self.met[worker.pk], day, self.versions[worker.partnership_id])


def facts_of(worker: Worker, causes: Iterable[CauseFacts] = ()) -> WorkerFacts:
    """The row as the rules know it: nobody's name."""
    kind = cast(Literal["employee", "outreach", "volunteer"], worker.kind)
    return WorkerFacts(kind=kind, since=worker.began_on, role=worker.function, causes=tuple(causes))
