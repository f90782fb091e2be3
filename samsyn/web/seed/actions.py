"""Loading the demo. Every step may be done again without harm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from django.utils.translation import override

from samsyn.rules.reading import files_in, read_files
from samsyn.rules.reading.twin import case_numbers_of, make_twin
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import add_version, register_partnership
from samsyn.web.agreements.models import AgreementFile
from samsyn.web.changes.content import file_name
from samsyn.web.changes.models import Change
from samsyn.web.organisations.models import Membership, Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment, Partnership
from samsyn.web.project import clock
from samsyn.web.seed import AGREEMENTS
from samsyn.web.seed.organisations import organisations_of
from samsyn.web.seed.people import for_both, people_in, seat
from samsyn.web.seed.stories import Untold, tell_stories
from samsyn.web.seed.stories.story import Story, StoryError, read_story

TWIN, STORY = "twin.toml", "story.toml"


def load_demo(*, today: date, stories: bool = True, say: Callable[[str], None] = lambda _: None) -> None:
    """All agreements and their twins, with demo people and, the first time, what has happened in the twins.

    One transaction: all of it or nothing. `stories` False leaves out what is told once. `say` hears what takes a
    while, each in some words: only the first time is there anything to wait for.
    """
    now = clock.now()
    untold: list[Untold] = []
    with acting_as_job(Job.SEED):
        for folder in agreement_folders():
            if not Partnership.objects.filter(slug=folder.name).exists():
                say(f"{folder.name} …")
            real = _load(files_in(folder), today=today, now=now).partnership
            if (folder / TWIN).is_file():
                overlay = (folder / TWIN).read_bytes()
                story = _story_in(folder) if stories else None
                twin = _load(
                    make_twin(files_in(folder), overlay),
                    twin_of=real,
                    case_numbers=case_numbers_of(overlay),
                    with_story=story is not None,
                    today=today,
                    now=now,
                )
                if story and twin.is_new:
                    untold.append(Untold(twin.partnership, story, twin.organisations, folder))
        tell_stories(untold, now=now, today=today, say=say)


def _story_in(folder: Path) -> Story | None:
    found = folder / STORY
    if not found.is_file():
        return None
    story = read_story(found.read_bytes(), f"{folder.name}/{STORY}")
    for number, each in enumerate(story.books):
        if not (folder / each.file).is_file():
            raise StoryError(f"{folder.name}/{STORY}: books.{number}.file: there is no file {each.file} beside it")
    return story


def agreement_folders() -> list[Path]:
    """Every folder of agreements/ that holds an agreement, by name."""
    return sorted(path.parent for path in AGREEMENTS.glob("*/agreement.toml"))


def demo_logins() -> list[str]:
    """One line for each role, in words: who can be signed in as. The page /demo/ has a button for each."""
    with acting_as_job(Job.SEED), override("sv"):
        held = Membership.objects.filter(person__is_demo=True, organisation__is_demo=True).exclude(
            organisation__legal_name="", organisation__org_nr=""
        )
        found: dict[str, set[str]] = {}
        for membership in held.select_related("organisation"):
            found.setdefault(membership.get_role_display(), set()).add(_called(membership.organisation))
        for seat in Appointment.objects.filter(person__memberships__in=held.filter(role=Role.STAFF)).select_related(
            "organisation"
        ):
            found.setdefault(seat.function.lower(), set()).add(_called(seat.organisation))
    return [_line(role, sorted(names)) for role, names in sorted(found.items())]


def _line(role: str, names: list[str]) -> str:
    rest = f" och {len(names) - 1} till" if len(names) > 1 else ""
    return f"{role:<22} {names[0]}{rest}"


def _called(organisation: Organisation) -> str:
    """A board is called by its city too: there is a Socialnämnden in every one."""
    city = organisation.legal_name if organisation.kind == Organisation.Kind.PUBLIC else ""
    return f"{organisation.name}, {city}" if city else organisation.name


@dataclass(frozen=True)
class _Loaded:
    partnership: Partnership
    organisations: dict[str, Organisation]
    is_new: bool


def _load(
    files: Mapping[str, bytes],
    *,
    twin_of: Partnership | None = None,
    case_numbers: Mapping[str, str] | None = None,
    with_story: bool = False,
    today: date,
    now: datetime,
) -> _Loaded:
    """The partnership of these files, with people in every party. Known ones get a new version if the files differ.

    What the parties have changed in Samsyn stays: their files lie on top of those of the folder.
    """
    agreement = read_files(files).agreement
    organisations = organisations_of(agreement)
    known = Partnership.objects.filter(slug=agreement.agreement.id).first()
    if known:
        add_version(known, {**files, **_changed_here(known)}, by=Job.SEED, now=now, today=today)
    # A twin with a story was registered when it began, so that what is told comes after.
    began = min(today, agreement.period.first) if with_story else today
    partnership = known or register_partnership(
        files,
        organisations,
        case_numbers=case_numbers,
        twin_of=twin_of,
        by=Job.SEED,
        now=datetime.combine(began, time(7), tzinfo=clock.SWEDEN).astimezone(UTC) if with_story else now,
        today=began,
    )
    since = agreement.period.first
    for organisation in organisations.values():
        people_in(organisation, since)
    if twin_of:
        seat(partnership, agreement, organisations, since)
        demo = [organisation for organisation in organisations.values() if organisation.kind == "civil"]
        if len(demo) > 1:
            for_both(demo[0], demo[1], since)
    return _Loaded(partnership, organisations, known is None)


def _changed_here(partnership: Partnership) -> dict[str, bytes]:
    made = {file_name(change) for change in Change.objects.filter(partnership=partnership, version__isnull=False)}
    newest = AgreementFile.objects.filter(version__partnership=partnership, name__in=made).order_by("version__number")
    return {file.name: bytes(file.content) for file in newest}
