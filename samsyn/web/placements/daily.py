"""The daily work with training places on My day: the way to it, and what the viewer must do in it. It names nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext, ngettext

from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.daily import Asked, Door, Share, Task
from samsyn.web.placements.models import Extension, Participant, Placement, Referral
from samsyn.web.placements.permissions import may_work
from samsyn.web.placements.presenters.path import PathStep, path_of
from samsyn.web.placements.queries.following import Followed, followed
from samsyn.web.placements.queries.ground import Ground, ground_in, organisations_in, training_pools


def share_of(asked: Asked) -> Share:
    """Eight questions however many partnerships and placements; none where no agreement has training places."""
    pools = {
        each.pk: training_pools(terms_on(dossier, asked.today, asked.today))
        for each, dossier in asked.partnerships
        if may_work(asked.viewer, each.pk)
    }
    if not any(pools.values()):
        return Share()
    organisations = organisations_in(key for key, found in pools.items() if found)
    grounds = [
        ground
        for each, dossier in asked.partnerships
        for pool in pools.get(each.pk, ())
        if (ground := ground_in(each, dossier, organisations[each.pk], pool.id, asked.today, asked.today))
    ]
    doors = dict.fromkeys(door for ground in grounds for door in _doors(asked, ground))
    return Share(tuple(doors), (*_answers(asked, organisations), *_steps(asked, organisations)))


def _doors(asked: Asked, ground: Ground) -> Iterator[Door]:
    home, name, mine = _home(asked, ground), ground.partnership.name, asked.viewer.organisation_id
    if mine in ground.hosts:
        yield Door(gettext("Arbetsträning, dagen"), name, f"{home}day/")
    if mine in ground.senders:
        yield Door(gettext("Deltagare i arbetsträning"), name, f"{home}participants/")


def _steps(asked: Asked, organisations: Mapping[UUID, Mapping[str, UUID]]) -> Iterator[Task]:
    """What is due or late for the viewer's organisation to see to; for who refers, of the viewer's own participants."""
    rows = Placement.objects.visible_to(asked.viewer).holding().filter(partnership_id__in=organisations)
    placements = _of_mine(list(rows), asked.viewer)
    notes = followed(placements, asked.viewer)
    read = {each.pk: (each, dossier) for each, dossier in asked.partnerships}
    for each in placements:
        partnership, dossier = read[each.partnership_id]
        ground = ground_in(
            partnership, dossier, organisations[each.partnership_id], each.pool, each.first_day, asked.today
        )
        if ground is not None:
            yield from _of_one(asked, each, ground, notes[each.pk])


def _of_one(asked: Asked, placement: Placement, ground: Ground, notes: Followed) -> Iterator[Task]:
    mine, at = asked.viewer.organisation_id, f"{_home(asked, ground)}{placement.pk}/"
    path = path_of(
        placement, ground, notes.steps, notes.assessments, mine=mine, name=ground.name_of, at=at, today=asked.today
    )
    where = _where(notes, max(asked.today, placement.first_day))
    for step in path:
        if step.is_open and ground.key_of(mine) in step.by:
            yield _task(step, where, ground, at)
    if placement.planned_last < asked.today and placement.organisation_id == mine:
        says, state = gettext("Avsluta placeringen") + where, gettext("sista dagen har varit")
        yield Task(says, ground.partnership.name, f"{at}close/", placement.planned_last, state, "soon")


def _task(step: PathStep, where: str, ground: Ground, at: str) -> Task:
    return Task(f"{step.title}{where}", ground.partnership.name, at, step.due, step.state_words, step.state_kind)


def _where(notes: Followed, day: date) -> str:
    """The place says which placement it is, without saying who."""
    number = notes.place_on(day)
    return gettext(", plats %(n)s") % {"n": number} if number else ""


def _of_mine(placements: list[Placement], viewer: Viewer) -> list[Placement]:
    """All where the own organisation receives; of those it has sent the viewer's own, and those that nobody has."""
    sent = [each.participant_id for each in placements if each.sender_id == viewer.organisation_id]
    own = Participant.objects.visible_to(viewer).filter(organisation_id=viewer.organisation_id, pk__in=sent)
    officers = dict(own.values_list("pk", "case_officer_id"))
    return [
        each
        for each in placements
        if each.organisation_id == viewer.organisation_id
        or officers.get(each.participant_id) in (None, viewer.person_id)
    ]


def _answers(asked: Asked, partnerships: Iterable[UUID]) -> Iterator[Task]:
    """Referrals and longer times that wait for the viewer's organisation, counted for each partnership."""
    viewer = asked.viewer
    sent = Referral.objects.visible_to(viewer).filter(host_id=viewer.organisation_id, state=Referral.State.SENT)
    longer = Extension.objects.visible_to(viewer).open().exclude(approvals__organisation_id=viewer.organisation_id)
    to_receive = Counter(sent.filter(partnership_id__in=partnerships).values_list("partnership_id", flat=True))
    to_extend = longer.filter(partnership_id__in=partnerships).values_list("partnership_id", "placement_id")
    for each, _dossier in asked.partnerships:
        home = f"{asked.home(each)}placements/"
        if n := to_receive[each.pk]:
            says = ngettext("%(n)s anvisning väntar på ert svar", "%(n)s anvisningar väntar på ert svar", n)
            yield Task(says % {"n": n}, each.name, f"{home}referrals/")
    for key, placement in to_extend:
        partnership = next(each for each, _dossier in asked.partnerships if each.pk == key)
        says = gettext("En förlängning väntar på ert svar")
        yield Task(says, partnership.name, f"{asked.home(partnership)}placements/{placement}/")


def _home(asked: Asked, ground: Ground) -> str:
    return f"{asked.home(ground.partnership)}placements/"
