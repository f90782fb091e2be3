"""The demo: every agreement as it stands, a twin beside it, and nothing of the one in the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samsyn.rules.reading import files_in, read_files
from samsyn.rules.reading.twin import make_twin
from samsyn.rules.terms import Agreement
from samsyn.web.access.fixtures import signed_in
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.models import AgreementFile, AgreementVersion
from samsyn.web.history.models import Act
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.partnerships.models import Appointment, Partnership
from samsyn.web.seed import DEMO_DAY
from samsyn.web.seed.actions import TWIN, agreement_folders, demo_logins, load_demo

TABLES = (Partnership, AgreementVersion, Obligation, Organisation, Person, Membership, Appointment, Act)


@pytest.fixture
def loaded(db: None) -> None:
    load_demo(today=DEMO_DAY, stories=False)


def _counts() -> list[int]:
    with acting_as_job(Job.SEED):
        return [table.objects.count() for table in TABLES]


@pytest.mark.usefixtures("loaded")
def test_every_agreement_is_a_partnership_with_a_twin() -> None:
    with acting_as_job(Job.SEED):
        real = Partnership.objects.filter(is_demo=False)
        assert real.count() == len(agreement_folders())
        assert {twin.twin_of_id for twin in Partnership.objects.filter(is_demo=True)} == {each.pk for each in real}


@pytest.mark.usefixtures("loaded")
def test_loading_again_adds_nothing_and_records_nothing() -> None:
    before = _counts()
    load_demo(today=DEMO_DAY, stories=False)
    assert _counts() == before


@pytest.mark.usefixtures("loaded")
def test_real_organisations_have_derived_obligations_and_one_reader_each_and_nothing_else() -> None:
    with acting_as_job(Job.SEED):
        real = Organisation.objects.filter(is_demo=False)
        assert Obligation.objects.filter(partnership__is_demo=False).exists()
        assert not Appointment.objects.filter(organisation__in=real).exists()
        roles = Membership.objects.filter(organisation__in=real).values_list("role", flat=True)
        assert set(roles) == {"steering"}


@pytest.mark.usefixtures("loaded")
def test_everyone_who_can_sign_in_is_a_demo_person_without_password() -> None:
    with acting_as_job(Job.SEED):
        people = list(Person.objects.all())
    assert people
    assert all(person.is_demo and not person.has_usable_password() for person in people)
    assert demo_logins()


@pytest.mark.usefixtures("loaded")
def test_two_boards_of_one_city_are_two_organisations() -> None:
    with acting_as_job(Job.SEED):
        boards = Organisation.objects.filter(kind="public").exclude(org_nr="")
        shared = [each for each in boards if boards.filter(org_nr=each.org_nr).count() > 1]
    assert len({each.slug for each in shared}) == len(shared) > 1


@pytest.mark.parametrize("folder", agreement_folders(), ids=lambda folder: folder.name)
def test_a_twin_names_nobody_that_the_real_agreement_names(folder: Path) -> None:
    """Names of parties, participants and cities, and the organisation numbers, are all others in the twin."""
    assert (folder / TWIN).is_file(), "write twin.toml: the demo shows a living partnership of every kind"
    files = make_twin(files_in(folder), (folder / TWIN).read_bytes())
    text = "\n".join(content.decode() for content in files.values())
    assert not [name for name in _names(read_files(files_in(folder)).agreement) if name in text]


def _names(agreement: Agreement) -> set[str]:
    """Names and numbers that tell who it is: not «Socialnämnden» and «Socialjouren», which stand in every city."""
    found: list[tuple[str | None, ...]] = []
    for each in agreement.party.values():
        own = (each.name,) if each.kind == "civil" else ()
        found.append((*own, each.legal_name, each.org_nr))
    return {name for names in found for name in names if name}


def test_a_broken_agreement_stores_nothing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path) -> dict[str, bytes]:
        files = files_in(folder)
        last = folder == agreement_folders()[-1]
        return {**files, "agreement.toml": b"[agreement]\n"} if last else files

    monkeypatch.setattr("samsyn.web.seed.actions.files_in", broken)
    with pytest.raises(Exception, match="is missing"):
        load_demo(today=date(2026, 11, 20), stories=False)
    with acting_as_job(Job.SEED):
        assert not AgreementFile.objects.exists()
        assert not Partnership.objects.exists()


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("path", ["", "people/", "history/", "privacy/", "partnerships/"])
def test_every_page_of_a_fictitious_organisation_says_that_it_is_demo_data(path: str) -> None:
    with acting_as_job(Job.SEED):
        twin = Partnership.objects.filter(is_demo=True).first()
        assert twin is not None
        place = twin.parties.filter(kind="party", organisation__kind="public").select_related("organisation").first()
        assert place is not None
        people = [membership.person for membership in place.organisation.memberships.select_related("person")]
    answers = [signed_in(person).get(f"/as/{place.organisation.slug}/{path}") for person in people]
    seen = [answer for answer in answers if answer.status_code == 200]
    assert seen
    assert all("Demodata:" in answer.content.decode() for answer in seen)
