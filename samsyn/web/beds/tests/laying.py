"""An invented agreement with three sites, its places and the people who work there, for every test of the night places.

    laid = lay(cast)
    with laid.coordination() as viewer:      # a seat in the coordinating body
        guest = a_guest(laid, "Ana", sex="woman")
    with laid.staff(laid.kajen) as viewer:   # the organisation that runs the site
        …

Kajen (Föreningen, six places), Lyktan (Föreningen, three places for women), Vinden (Andra föreningen, four places).
Mittemot staffs the coordination. `cast.other_board` is the outsider. An ordinary place is valid five nights and a
woman's seven; then two nights of quarantine. The intake is open from 18 to 22:30.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from psycopg.types.range import DateRange

from samsyn.rules.reading import Dossier
from samsyn.web.access.fixtures import SINCE, TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.beds.models import Guest, Place, Site, Standing
from samsyn.web.beds.spelling import spelled
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment, Partnership

NIGHT = TODAY
"""Tonight in the tests: the evening of the day on which the cast acts."""
NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
"""Half past seven in the evening in Sweden; the intake is open."""
BODY = "samordning"
ORDINARY, WOMEN = "nattplatser", "kvinnoplatser"
FIRST = date(2026, 1, 1)

AGREEMENT = """
[agreement]
id = "nattvakan"
name = "Nattvakan"
title = "Idéburet offentligt partnerskap om Nattvakan"
purpose = "Ingen ska behöva sova ute."
purpose_clause = "1"
fictitious = true

[source]
clause = "9"
says = "Fyra likalydande exemplar."
status = "signed"
originals = 4

[period]
clause = "2"
says = "Gäller i tre år."
first = 2026-01-01
last = 2028-12-31

[party.kommunen]
clause = "1"
says = "Socialnämnden är offentlig part."
name = "Socialnämnden"
kind = "public"
legal_name = "Exempelstads kommun"

[party.foreningen]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen"
kind = "civil"

[party.andra-foreningen]
clause = "1"
says = "Andra föreningen är idéburen part."
name = "Andra föreningen"
kind = "civil"

[party.mittemot]
clause = "1"
says = "Mittemot är idéburen part."
name = "Mittemot"
kind = "civil"

[body.samordning]
clause = "3"
says = "En samordningsfunktion sköter inskrivningen."
name = "Samordningsfunktionen"
kind = "coordination"
members = [{ function = "Samordnare", party = "mittemot" }]

[pool.nattplatser]
clause = "4"
says = "Det finns 13 nattplatser. En plats gäller fem nätter, sedan följer två nätters karens."
kind = "night"
places = 13
by = ["foreningen", "andra-foreningen"]
nights = 5
quarantine = { nights = 2 }
intake_only_there = true
latest_arrival = "21:30"
override_by = ["samordning"]

[pool.kvinnoplatser]
clause = "5"
says = "Tre platser är för kvinnor och gäller sju nätter, sedan följer två nätters karens."
kind = "night"
places = 3
by = ["foreningen"]
reserved_for = "Kvinnor"
sexes = ["woman"]
part_of = "nattplatser"
nights = 7
quarantine = { nights = 2 }
intake_only_there = true
override_by = ["samordning"]

[site.kajen]
clause = "6"
says = "Kajen är Föreningens nattställe."
name = "Kajen"
by = "foreningen"

[site.lyktan]
clause = "6"
says = "Lyktan är Föreningens nattställe för kvinnor."
name = "Lyktan"
by = "foreningen"

[site.vinden]
clause = "6"
says = "Vinden är Andra föreningens nattställe."
name = "Vinden"
by = "andra-foreningen"

[intake_point.luckan]
clause = "7"
says = "Platser ges i Luckan varje kväll mellan 18 och 22.30."
name = "Luckan"
pools = ["nattplatser", "kvinnoplatser"]
by = "mittemot"
opens = "18:00"
closes = "22:30"

[extra_places.extra-natter]
clause = "8"
says = "Kalla nätter och vid särskilda händelser ordnar samordningsfunktionen extra platser."
pool = "nattplatser"
triggers = ["cold_night", "special_event"]
decided_by = "Samordningsfunktionen"
threshold = "prognos −7 °C eller kallare"
"""

_PARTS = {
    "1 · Parter": "kommunen foreningen andra-foreningen mittemot",
    "2 · Tid": "period",
    "3 · Samordning": "samordning",
    "4 · Nattplatser": "nattplatser",
    "5 · Kvinnoplatser": "kvinnoplatser",
    "6 · Nattställen": "kajen lyktan vinden",
    "7 · Inskrivning": "luckan",
    "8 · Extra nätter": "extra-natter",
    "9 · Underskrift": "source",
}


def _clauses() -> str:
    told = [
        f"## {heading}\nSom det står.\n\nTerms: {', '.join(f'`{each}`' for each in terms.split())}\n"
        for heading, terms in _PARTS.items()
    ]
    return "# Nattvakan: varje punkt besvarad\n\n" + "\n".join(told)


FILES = {"agreement.toml": AGREEMENT.encode(), "clauses.md": _clauses().encode()}


@dataclass(frozen=True)
class Laid:
    """`lay` has made all of it. Who acts: `coordination()`, `staff(site)`, or `cast.as_(…)` for another role."""

    cast: Cast
    partnership: Partnership
    dossier: Dossier
    coordinating: Organisation
    kajen: Site
    lyktan: Site
    vinden: Site

    def coordination(self, *, today: date = TODAY) -> AbstractContextManager[Viewer]:
        """Someone with a seat in the coordinating body, at work."""
        return self.cast.as_(self.coordinating, Role.STAFF, today=today)

    def staff(self, site: Site, *, today: date = TODAY) -> AbstractContextManager[Viewer]:
        """Someone at work in the organisation that runs the site, without a seat."""
        return self.cast.as_(site.organisation, Role.STAFF, today=today)

    def places(self, site: Site) -> list[Place]:
        with acting_as_job(Job.PLACES):
            return list(Place.objects.filter(site=site).order_by("rank", "label"))


def lay(cast: Cast, files: dict[str, bytes] = FILES) -> Laid:
    """In place of the cast's bare partnership stands nothing: the agreement makes its own."""
    with acting_as_job(Job.SEED):
        coordinating = Organisation.objects.create(slug="mittemot", name="Mittemot", kind="civil")
        parties = {
            "kommunen": cast.municipality,
            "foreningen": cast.association,
            "andra-foreningen": cast.other_association,
            "mittemot": coordinating,
        }
        partnership = register_partnership(files, parties, by=Job.SEED, now=NOW, today=TODAY)
        _seat(cast, partnership, coordinating)
        sites = [
            _site(partnership, "kajen", "Kajen", cast.association, ORDINARY, 6),
            _site(partnership, "lyktan", "Lyktan", cast.association, WOMEN, 3),
            _site(partnership, "vinden", "Vinden", cast.other_association, ORDINARY, 4),
        ]
        dossier = dossier_of(partnership)
    return Laid(cast, partnership, dossier, coordinating, *sites)


def a_guest(laid: Laid, known_as: str, *, sex: str = "man", born: int | None = None, night: date = NIGHT) -> Guest:
    """A record, as the desk makes it, without its history."""
    with acting_as_job(Job.PLACES):
        return Guest.objects.create(
            partnership=laid.partnership,
            kept_by=BODY,
            known_as=known_as,
            spelled=spelled(known_as),
            sex=sex,
            born=born,
            made_on=night,
            last_night=night,
        )


def nights(first: date, length: int) -> DateRange:
    """So many nights from the first, as the models hold them."""
    return DateRange(first, first + timedelta(days=length))


def _seat(cast: Cast, partnership: Partnership, organisation: Organisation) -> None:
    Appointment.objects.create(
        person=cast.person(organisation, Role.STAFF),
        partnership=partnership,
        organisation=organisation,
        body=BODY,
        function="Samordnare",
        since=SINCE,
    )


def _site(partnership: Partnership, key: str, name: str, runs: Organisation, pool: str, places: int) -> Site:
    site = Site.objects.create(
        partnership=partnership,
        organisation=runs,
        key=key,
        name=name,
        address=f"{name}gatan 1",
        phone="0000-00 00 00",
        opens=time(20),
        out_by=time(8),
    )
    whose = {"partnership": partnership, "organisation": runs, "site": site}
    beds = [Place.objects.create(**whose, label=str(number), rank=number) for number in range(1, places + 1)]
    for bed in beds:
        Standing.objects.create(**whose, place=bed, pool=pool, kind="permanent", nights=DateRange(FIRST, None))
    return site
