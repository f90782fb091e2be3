"""Every page of obligations, for every agreement there is, and who does not get to see it."""

import re
from pathlib import Path

import pytest
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import FOLDERS, Laid, lay
from samsyn.web.organisations.roles import Role

_WHOLE_DATE = re.compile(r'<span class="number">([\d-]+)</span>')
OF_ONE = ("", "?period=all", "?period=none", "?page=2&period=all", "sides/?period=all", "calendar/")


def address(slug: str, laid: Laid, rest: str = "") -> str:
    return f"/as/{slug}/partnerships/{laid.partnership.slug}/obligations/{rest}"


def first(laid: Laid, **which: object) -> Obligation:
    with acting_as_job(Job.SEED):
        return Obligation.objects.filter(partnership=laid.partnership, **which).order_by("due", "term")[0]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_agreement_has_all_its_pages_for_every_party(folder: Path, cast: Cast) -> None:
    laid = lay(folder)
    one = f"{first(laid).pk}/"
    for party in laid.organisations.values():
        browser = cast.client(party, Role.CONTROLLER)
        for rest in (*OF_ONE, one):
            assert browser.get(address(party.slug, laid, rest)).status_code == 200, rest
        for page in ("", "partnerships/"):
            assert browser.get(f"/as/{party.slug}/{page}").status_code == 200, page


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_obligation_of_every_agreement_has_its_page(folder: Path, cast: Cast) -> None:
    laid = lay(folder)
    party = laid.a_party()
    browser = cast.client(party, Role.STEERING)
    with acting_as_job(Job.SEED):
        one_of_each = Obligation.objects.filter(partnership=laid.partnership).distinct("kind").order_by("kind")
        found = list(one_of_each)
    assert len(found) > 5
    for each in found:
        page = browser.get(address(party.slug, laid, f"{each.pk}/"))
        assert page.status_code == 200, each
        assert each.says in _WHOLE_DATE.sub(r"\1", page.content.decode()).replace("&#x27;", "'"), each


@pytest.mark.parametrize("rest", OF_ONE)
def test_someone_who_is_no_party_finds_nothing(rest: str, youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.other_association, Role.HEAD)
    assert browser.get(address("andra-foreningen", youth, rest)).status_code == 404


def test_someone_who_is_no_party_does_not_find_one_obligation(youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.other_association, Role.HEAD)
    assert browser.get(address("andra-foreningen", youth, f"{first(youth).pk}/")).status_code == 404


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PROTECTION_OFFICER])
@pytest.mark.parametrize("rest", OF_ONE)
def test_a_role_that_reads_no_content_finds_nothing(rest: str, role: Role, youth: Laid, cast: Cast) -> None:
    assert cast.client(cast.association, role).get(address("foreningen", youth, rest)).status_code == 404


def test_an_obligation_of_another_partnership_is_not_found_under_this_one(youth: Laid, cast: Cast) -> None:
    other = lay(FOLDERS[0], with_={next(iter(lay_parties(FOLDERS[0]))): cast.association})
    browser = cast.client(cast.association, Role.CONTROLLER)
    assert browser.get(address("foreningen", other, f"{first(other).pk}/")).status_code == 200
    assert browser.get(address("foreningen", youth, f"{first(other).pk}/")).status_code == 404


def lay_parties(folder: Path) -> list[str]:
    from samsyn.rules.reading import read_agreement

    return list(read_agreement(folder).agreement.party)


@pytest.mark.parametrize("rest", ["?period=all", "sides/?period=all", "calendar/?month=2026-12"])
def test_all_parties_read_the_same_words(rest: str, youth: Laid, cast: Cast) -> None:
    def words(browser: Client, slug: str) -> list[str]:
        text = browser.get(address(slug, youth, rest)).content.decode()
        content = text[text.index('<div class="main-content">') : text.index('<aside class="main-aside">')]
        lines = [line.strip().replace(f"/as/{slug}/", "/as/…/") for line in content.splitlines()]
        return [line.replace(" checked", "") for line in lines if line]

    club = words(cast.client(cast.association, Role.CONTROLLER), "foreningen")
    board = words(cast.client(cast.municipality, Role.CONTROLLER), "kommunen")
    assert club == board


def test_the_other_occasions_are_other_than_this_one(youth: Laid, cast: Cast) -> None:
    this = first(youth, kind="invoice")
    browser = cast.client(cast.association, Role.CONTROLLER)
    page = browser.get(address("foreningen", youth, f"{this.pk}/")).content.decode()
    others = page.split("Andra tillfällen")[1]
    assert f'<time datetime="{this.due}">' not in others
    assert others.count("<tr>") > 2
