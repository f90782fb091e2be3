"""A partnership with an agreement between the municipality and the association, and one of everything in it.

`SAMPLES` gives the value of each parameter that an address can have, always something of the municipality's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from psycopg.types.range import DateRange

from samsyn.rules.places import tonight
from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.addresses import clause_slugs
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.beds.models import (
    Bar,
    Block,
    Card,
    Draw,
    EmergencyContact,
    Entitlement,
    ExtraNight,
    Guest,
    Incident,
    Initiative,
    Merge,
    Night,
    Note,
    Outage,
    Override,
    Place,
    Refusal,
    Segment,
    Site,
    Standing,
    Waiting,
)
from samsyn.web.changes.models import Change, Step
from samsyn.web.contacts.models import Contact
from samsyn.web.documents.models import Content, Document
from samsyn.web.matters.models import Entry, Matter
from samsyn.web.meetings.models import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    Minutes,
    MinutesAnswer,
)
from samsyn.web.obligations.models import Evidence, Objection, Obligation
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment, Partnership, PartnershipParty
from samsyn.web.partnerships.queries import bodies_of
from samsyn.web.project import clock
from samsyn.web.reminders.models import Letter, Wish
from samsyn.web.seed.actions import agreement_folders
from samsyn.web.support.models import SupportContact
from tests.boundaries.capabilities import gathered, modules, written
from tests.boundaries.tallies import PAD, PAD_ANSWERED, Tallies, tallies
from tests.boundaries.training import STEP, TRAINING, TRAINING_ANSWERED, Training, training

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NIGHTS = """
[body.nattsamordning]
clause = "natt"
says = "Kommunen samordnar nattplatserna."
name = "Nattsamordningen"
kind = "coordination"
members = [{{ function = "Samordnare", party = "{public}" }}]

[pool.nattplatser]
clause = "natt"
says = "Det finns två nattplatser."
kind = "night"
places = 2
by = ["{public}"]
nights = 5
quarantine = {{ nights = 2 }}

[pool.kvinnoplatser]
clause = "natt"
says = "En av dem är för kvinnor."
kind = "night"
places = 1
nights = 7
sexes = ["woman"]
reserved_for = "Kvinnor"
part_of = "nattplatser"
"""
SUPPORT = """
[service.stod]
clause = "stöd"
says = "Kommunen ger stöd, kostnadsfritt och anonymt."
name = "Stöd"
by = ["{public}"]
kind = "counselling"

[support_line.stodlinje]
clause = "stöd"
says = "Kontakterna räknas."
name = "Stödet"
by = "{public}"
channels = ["phone", "chat", "mail", "visit"]
kinds = ["stod"]
passed_on = true
first_or_returning = true
children = true
concern = ["reported", "mother_applies", "talk_held"]
"""
SUPPORT_ANSWERED = """
## stöd · Stöd
Kontakterna räknas.

Terms: `stod`, `stodlinje`
"""
NIGHTS_ANSWERED = """
## natt · Nattplatser
Två nattplatser.

Terms: `nattsamordning`, `nattplatser`, `kvinnoplatser`
"""
"""What no agreement between two parties has, so that the night places have an address to be asked for at."""


_DESK = "nattsamordning"
_TWO = timedelta(days=2)


@dataclass
class Sample:
    cast: Cast
    partnership: Partnership
    colleague: Person
    membership: Membership
    obligation: Obligation
    clause: str
    appointment: Appointment
    work: Work
    beds: Beds
    training: Training
    tallies: Tallies
    laid: dict[str, Any]
    """What each of tests/boundaries/capabilities laid."""


@dataclass
class Work:
    """One of everything that the parties do together. `draft` and `draft_change` are the municipality's alone."""

    document: Document
    draft: Document
    evidence: Evidence
    objection: Objection
    meeting: Meeting
    item: AgendaItem
    attendance: Attendance
    decision: Decision
    action: ActionPoint
    change: Change
    draft_change: Change
    matter: Matter
    contact: Contact
    letter: Letter


@dataclass
class Beds:
    """A house of the municipality, with a guest in one of its beds."""

    site: Site
    place: Place
    outage: Outage
    guest: Guest
    entitlement: Entitlement
    segment: Segment
    bar: Bar
    card: Card
    waiting: Waiting
    merge: Merge


SAMPLES: dict[str, Callable[[Sample], Any]] = {
    "slug": lambda sample: sample.partnership.slug,
    "person": lambda sample: sample.colleague.pk,
    "membership": lambda sample: sample.membership.pk,
    "body": lambda sample: sample.appointment.body,
    "appointment": lambda sample: sample.appointment.pk,
    "clause": lambda sample: sample.clause,
    "obligation": lambda sample: sample.obligation.pk,
    "document": lambda sample: sample.work.document.pk,
    "evidence": lambda sample: sample.work.evidence.pk,
    "objection": lambda sample: sample.work.objection.pk,
    "meeting": lambda sample: sample.work.meeting.pk,
    "item": lambda sample: sample.work.item.pk,
    "attendance": lambda sample: sample.work.attendance.pk,
    "decision": lambda sample: sample.work.decision.pk,
    "action": lambda sample: sample.work.action.pk,
    "change": lambda sample: sample.work.change.pk,
    "matter": lambda sample: sample.work.matter.pk,
    "contact": lambda sample: sample.work.contact.pk,
    "letter": lambda sample: sample.work.letter.pk,
    "site": lambda sample: sample.beds.site.pk,
    "place": lambda sample: sample.beds.place.pk,
    "outage": lambda sample: sample.beds.outage.pk,
    "segment": lambda sample: sample.beds.segment.pk,
    "guest": lambda sample: sample.beds.guest.pk,
    "entitlement": lambda sample: sample.beds.entitlement.pk,
    "card": lambda sample: sample.beds.card.pk,
    "waiting": lambda sample: sample.beds.waiting.pk,
    "merge": lambda sample: sample.beds.merge.pk,
    "bar": lambda sample: sample.beds.bar.pk,
    "participant": lambda sample: sample.training.participant.pk,
    "consent": lambda sample: sample.training.consent.pk,
    "referral": lambda sample: sample.training.referral.pk,
    "received": lambda sample: sample.training.received.pk,
    "placement": lambda sample: sample.training.placement.pk,
    "done": lambda sample: sample.training.done.pk,
    "extension": lambda sample: sample.training.extension.pk,
    "step": lambda sample: STEP,
    "rater": lambda sample: "participant",
    "family": lambda sample: "body",
    "term": lambda sample: sample.appointment.body,
    "pk": lambda sample: 1,
    "uidb36": lambda sample: "1",
    "number": lambda sample: 1,
    "secret": lambda sample: "not-a-secret",
    "code": lambda sample: "not-a-code",
    "pad": lambda sample: sample.tallies.device.pad,
    "device": lambda sample: sample.tallies.device.pk,
    "period": lambda sample: sample.tallies.period.pk,
    "marked": lambda sample: sample.tallies.marked.pk,
    "closure": lambda sample: sample.tallies.closure.pk,
    "day": lambda sample: str(TODAY),
    "key": lambda sample: "not-a-key",
    **gathered("SAMPLES"),
}


def lay_out(cast: Cast) -> Sample:
    colleague = cast.person(cast.municipality, Role.STAFF)
    with acting_as_job(Job.SEED):
        # A partnership without an agreement exists only in tests of access; the pages need the real thing.
        for bare in (cast.partnership, cast.other_partnership):
            bare.parties.all().delete()
            bare.delete()
        partnership = an_agreement_between(cast.municipality, cast.association)
        obligation = Obligation.objects.filter(partnership=partnership, due__isnull=False).order_by("due")[0]
        return Sample(
            cast,
            partnership,
            colleague,
            Membership.objects.get(person=colleague),
            obligation,
            next(iter(clause_slugs(dossier_of(partnership)).values())),
            _a_seat(partnership, cast.municipality, colleague),
            _work(partnership, obligation, cast),
            _beds(partnership, cast, colleague),
            training(partnership, cast, NOW),
            tallies(partnership, cast, NOW),
            {
                name: each.lay(partnership, cast, colleague, NOW)
                for name, each in modules().items()
                if hasattr(each, "lay")
            },
        )


def _beds(partnership: Partnership, cast: Cast, seated: Person) -> Beds:
    """Around now, whatever the clock shows: the pages look at tonight. `seated` is in the coordination."""
    night = tonight(clock.now())
    arrives, leaves = night - timedelta(days=1), night + timedelta(days=4)
    stay = DateRange(arrives, leaves)
    own = {"partnership": partnership, "organisation": cast.municipality}
    kept = {"partnership": partnership, "kept_by": _DESK}
    Appointment.objects.create(
        **own, person=seated, body=_DESK, function="Samordnare", since=TODAY - timedelta(days=30)
    )
    site = Site.objects.create(**own, name="Huset", address="Gatan 1", opens=time(18), out_by=time(8))
    beds = [Place.objects.create(**own, site=site, label=str(each), rank=each) for each in (1, 2)]
    for bed in beds:
        Standing.objects.create(
            **own, site=site, place=bed, pool="nattplatser", kind="permanent", nights=DateRange(arrives, None)
        )
    guest = Guest.objects.create(
        **kept, known_as="Alias", spelled="alias", sex="not_stated", made_on=night, last_night=night
    )
    absorbed = Guest.objects.create(
        **kept, known_as="Alia", spelled="alia", sex="not_stated", made_on=night, last_night=night, merged_into=guest
    )
    asked = {"guest": guest, "pool": "nattplatser", "nights": stay}
    given = Entitlement.objects.create(
        **own, **asked, kept_by=_DESK, quarantine_nights=2, scheme="nattplatser", clause="1", given_at=NOW
    )
    Block.objects.create(
        **kept, entitlement=given, guest=guest, scheme=given.scheme, nights=DateRange(arrives, leaves + _TWO)
    )
    stays = {**own, **asked, "kept_by": _DESK}
    segment = Segment.objects.create(**stays, entitlement=given, sex=guest.sex, site=site, place=beds[0])
    _watch(segment, night)
    return Beds(
        site,
        beds[0],
        Outage.objects.create(**own, place=beds[1], nights=DateRange(night, None), because="trasig"),
        guest,
        given,
        segment,
        Bar.objects.create(
            **own,
            kept_by=_DESK,
            site=site,
            guest=guest,
            nights=DateRange(leaves, leaves + _TWO),
            reason="Bråk",
            decided_at=NOW,
        ),
        Card.objects.create(**kept, guest=guest, code="2A3B4C5D6E", made_on=night),
        Waiting.objects.create(
            **kept, guest=absorbed, pool="nattplatser", night=night, place_in_line=1, since=clock.now()
        ),
        Merge.objects.create(**kept, kept=guest, absorbed=absorbed, because="Samma person", merged_at=NOW),
    )


def _watch(segment: Segment, night: date) -> None:
    """What is written of a night, at the site and at the desk."""
    kept = {"partnership_id": segment.partnership_id, "kept_by": segment.kept_by}
    own = {**kept, "organisation_id": segment.organisation_id}
    pool = {"pool": segment.pool, "night": night}
    Night.objects.create(**own, **pool, segment=segment, site=segment.site, sex="man", state="arrived", noted_at=NOW)
    Note.objects.create(**own, site=segment.site, night=night, says="Lugnt.", written_at=NOW)
    EmergencyContact.objects.create(**own, site=segment.site, night=night, about="illness", noted_at=NOW)
    Incident.objects.create(**own, site=segment.site, night=night, kind="threat", noted_at=NOW)
    Initiative.objects.create(**own, night=night, name="Kyrkan", places=3)
    ExtraNight.objects.create(
        **own, **pool, trigger="special_event", reason="Brand i ett läger", clause="1", decided_at=NOW
    )
    Override.objects.create(
        **own, guest=segment.guest, what="bar", night=night, reason="Farligt ute", clause="1", decided_at=NOW
    )
    Draw.objects.create(**kept, **pool, seed="0", drawn_at=NOW)
    Refusal.objects.create(**kept, **pool, sex="man", reason="full")


def _work(partnership: Partnership, obligation: Obligation, cast: Cast) -> Work:
    """Written as rows: what the actions would have to be asked in the right order for is tested with them."""
    own = {"partnership": partnership, "organisation": cast.municipality}
    theirs = {"partnership": partnership, "organisation": cast.association}
    document, draft = _papers(own)
    _papers(theirs, after=1)
    evidence = _evidence(own, obligation)
    _evidence(theirs, obligation)
    meeting = _a_meeting(partnership, cast)
    item = AgendaItem.objects.create(
        partnership=partnership, meeting=meeting, position=1, title="Läget", added_by=cast.municipality
    )
    minutes = Minutes.objects.create(
        partnership=partnership,
        meeting=meeting,
        revision=1,
        content=_minutes_that_say_nothing(cast),
        sha256="0" * 64,
        put_forward_by=cast.municipality,
        put_forward_at=NOW,
    )
    MinutesAnswer.objects.create(**own, minutes=minutes, approved=True, on=TODAY, answered_at=NOW)
    change, draft_change = _changes(own)
    place = PartnershipParty.objects.get(**own)
    Step.objects.create(**own, change=change, kind="approval", place=place, on=TODAY, recorded_at=NOW)
    matter = Matter.objects.create(**own, number=1, kind="other", title="Något nytt", opened_on=TODAY, opened_at=NOW)
    Entry.objects.create(**own, matter=matter, kind="opened", on=TODAY, says="Så här är det.", recorded_at=NOW)
    _a_contact(theirs)
    for whose in (own, theirs):
        SupportContact.objects.create(**whose, day=TODAY, channel="phone", kind="stod", children=1, concern="talk_held")
    _post_of(cast.person(cast.association, Role.HEAD), cast.association)
    return Work(
        document,
        draft,
        evidence,
        Objection.objects.create(**own, obligation=obligation, raised_on=TODAY, raised_at=NOW, reason="Inte framme"),
        meeting,
        item,
        Attendance.objects.create(**own, meeting=meeting, function="Controller"),
        Decision.objects.create(partnership=partnership, meeting=meeting, item=item, number=1, says="Vi fortsätter."),
        ActionPoint.objects.create(**own, meeting=meeting, says="Ringa", added_at=NOW),
        change,
        draft_change,
        matter,
        _a_contact(own),
        _post_of(cast.person(cast.municipality, Role.HEAD), cast.municipality),
    )


def _minutes_that_say_nothing(cast: Cast) -> dict[str, Any]:
    """In the shape that `meetings.presenters.content` freezes. The association has not answered them."""
    both = {"kommunen": cast.municipality, "foreningen": cast.association}
    approvers = [{"party": key, "organisation": str(each.pk), "name": each.name} for key, each in both.items()]
    lists: dict[str, Any] = {
        "attendance": [],
        "items": [],
        "decisions": [],
        "actions": [],
        "earlier": [],
        "parties": [],
    }
    said = {"partnership": "", "body": "styrgrupp", "body_name": "Styrgruppen", "number": 1, "clause": "1", "place": ""}
    when = {"held_on": str(TODAY), "starts_at": NOW.isoformat(), "ends_at": NOW.isoformat(), "called_by": "Kommunen"}
    return {**said, **when, **lists, "approvers": approvers}


def _papers(whose: dict[str, Any], after: int = 0) -> tuple[Document, Document]:
    """One that is handed over and one that is a draft."""
    content, _ = Content.objects.get_or_create(sha256="a" * 64, size=3, media_type="text/plain", data=b"Hej")
    said = {"content": content, "file_name": "hej.txt", "public_title": "Handling", "direction": "drawn_up"}
    common = {**whose, **said, "dated": TODAY, "added_at": NOW}
    handed = Document.objects.create(**common, title="Lämnad", handed_over_at=NOW, number=after + 1)
    return handed, Document.objects.create(**common, title="Utkast")


def _evidence(whose: dict[str, Any], obligation: Obligation) -> Evidence:
    return Evidence.objects.create(
        **whose, obligation=obligation, kind="note", done_on=TODAY, says="Gjort", given_at=NOW
    )


def _a_meeting(partnership: Partnership, cast: Cast) -> Meeting:
    return Meeting.objects.create(
        partnership=partnership,
        body="styrgrupp",
        body_name="Styrgruppen",
        clause="1",
        number=1,
        called_by=cast.municipality,
        called_at=NOW,
        starts_at=NOW,
        ends_at=NOW + timedelta(hours=1),
    )


def _changes(whose: dict[str, Any]) -> tuple[Change, Change]:
    """One that is proposed and one that is a draft."""
    said = {**whose, "kind": "amendment", "clause": "1", "says": "Det blir annorlunda.", "drafted_at": NOW}
    proposed = Change.objects.create(**said, number=1, key="tillagg-1", proposed_at=NOW, sha256="b" * 64)
    return proposed, Change.objects.create(**said, number=2, key="tillagg-2")


def _a_contact(whose: dict[str, Any]) -> Contact:
    return Contact.objects.create(
        **whose, topic="daily", function="Samordnare", phone="0", since=TODAY, confirmed_on=TODAY
    )


def _post_of(person: Person, organisation: Organisation) -> Letter:
    Wish.objects.create(person=person, organisation=organisation, how="daily", chosen_at=NOW)
    return Letter.objects.create(
        kind="call",
        calendar="BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
        about="sample",
        person=person,
        organisation=organisation,
        subject="Nytt i Samsyn",
        body="Läs mer i Samsyn.",
        made_at=NOW,
    )


def _a_seat(partnership: Partnership, organisation: Organisation, person: Person) -> Appointment:
    body = bodies_of(dossier_of(partnership).agreement)[0]
    return Appointment.objects.create(
        person=person,
        partnership=partnership,
        organisation=organisation,
        body=body.id,
        function=body.seats[0].function,
        since=TODAY,
    )


def an_agreement_between(municipality: Organisation, association: Organisation) -> Partnership:
    """Whichever of the agreements has just one party on each side."""
    for folder in agreement_folders():
        files = files_in(folder)
        sides = {key: party.kind for key, party in read_files(files).agreement.party.items()}
        if sorted(sides.values()) == ["civil", "public"]:
            both = {"public": municipality, "civil": association}
            organisations = {key: both[side] for key, side in sides.items()}
            public = next(key for key, side in sides.items() if side == "public")
            civil = next(key for key, side in sides.items() if side == "civil")
            added = {
                "agreement.toml": NIGHTS.format(public=public)
                + TRAINING.format(civil=civil)
                + SUPPORT.format(public=public)
                + PAD.format(public=public)
                + written("TERMS", public=public, civil=civil),
                "clauses.md": NIGHTS_ANSWERED
                + TRAINING_ANSWERED
                + SUPPORT_ANSWERED
                + PAD_ANSWERED
                + written("ANSWERED", public=public, civil=civil),
            }
            files = {name: content + added.get(name, "").encode() for name, content in files.items()}
            return register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY)
    raise LookupError("No agreement has one public and one civil party.")
