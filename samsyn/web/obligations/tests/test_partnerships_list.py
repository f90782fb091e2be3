"""The controller's list: everything a controller asks of each partnership, at the same cost for three and for fifty."""

import re
from datetime import date

import pytest
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.history.models import Act
from samsyn.web.obligations.actions import set_case_number
from samsyn.web.obligations.tests.laying import NOW, YOUTH, Laid, asked, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import PartnershipParty


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 10, 8)


def listed(cast: Cast, organisation: Organisation, rest: str = "", role: Role = Role.CONTROLLER) -> str:
    page = cast.client(organisation, role).get(f"/as/{organisation.slug}/partnerships/{rest}")
    assert page.status_code == 200
    return page.content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def names(page: str) -> list[str]:
    return re.findall(r'class="overview-name" href="[^"]*">([^<]*)<', page)


def three(cast: Cast) -> None:
    for folder, key in (
        ("helsingborg-kvallsexpeditionen", "socialnamnden"),
        ("stockholm-eu-medborgare", "socialnamnden"),
        ("helsingborg-kvinnojouren", "socialnamnden"),
    ):
        lay(YOUTH.parent / folder, with_={key: cast.municipality})


def test_a_line_says_who_when_what_next_and_what_it_costs(youth: Laid, cast: Cast) -> None:
    page = listed(cast, cast.municipality)
    assert names(page) == ["Kvällsexpeditionen"]
    assert "Föreningen och Fritidsnämnden" in page
    for said in ("gäller", "2028-12-31", "Dialog om förlängning", "Betalning", "250 000 kr"):
        assert said in page, said


def test_a_proposal_is_marked_as_one(cast: Cast) -> None:
    three(cast)
    assert listed(cast, cast.municipality).count(">förslag</span>") == 2


def test_it_is_sorted_by_any_column_and_turned_round(cast: Cast) -> None:
    three(cast)
    by_end = names(listed(cast, cast.municipality, "?sort=end"))
    assert by_end[0] == "Utsatta EU-medborgare"
    assert names(listed(cast, cast.municipality, "?sort=-end"))[-1] == "Utsatta EU-medborgare"
    by_next = names(listed(cast, cast.municipality, "?sort=next"))
    assert by_next == ["Kvinnojouren", "Kvällsexpeditionen", "Utsatta EU-medborgare"]
    assert names(listed(cast, cast.municipality, "?sort=-next"))[-1] == "Utsatta EU-medborgare"


def test_a_screen_reader_is_told_how_it_is_sorted(youth: Laid, cast: Cast) -> None:
    assert listed(cast, cast.municipality).count('aria-sort="ascending"') == 1
    assert 'aria-sort="descending"' in listed(cast, cast.municipality, "?sort=-assumptions")


def test_it_is_narrowed_by_time_and_by_a_part_of_a_name(cast: Cast) -> None:
    three(cast)
    assert names(listed(cast, cast.municipality, "?time=over")) == ["Utsatta EU-medborgare"]
    assert "Utsatta EU-medborgare" not in names(listed(cast, cast.municipality, "?time=now"))
    assert names(listed(cast, cast.municipality, "?time=coming")) == []
    assert names(listed(cast, cast.municipality, "?q=kvinno")) == ["Kvinnojouren"]
    assert names(listed(cast, cast.municipality, "?q=stadsmission")) == ["Utsatta EU-medborgare"]
    assert "Inget partnerskap passar" in listed(cast, cast.municipality, "?q=finns inte")


@pytest.mark.parametrize("nonsense", ["?sort=password", "?sort=--name", "?time=ever", "?page=-1", "?q=" + "x" * 200])
def test_nonsense_in_the_address_is_read_as_no_wish(nonsense: str, youth: Laid, cast: Cast) -> None:
    assert names(listed(cast, cast.municipality, nonsense)) == ["Kvällsexpeditionen"]


def test_someone_else_s_partnership_is_not_listed(youth: Laid, cast: Cast) -> None:
    assert names(listed(cast, cast.other_association)) == []


def test_a_role_that_reads_no_content_finds_no_list(youth: Laid, cast: Cast) -> None:
    assert cast.client(cast.municipality, Role.ADMINISTRATOR).get("/as/kommunen/partnerships/").status_code == 404


@pytest.mark.slow
def test_fifty_partnerships_ask_the_database_as_often_as_three(cast: Cast) -> None:
    browser = cast.client(cast.association, Role.CONTROLLER)
    for number in range(3):
        lay(YOUTH, slug=f"kvallar-{number}", with_={"ov-helsingborg": cast.association})
    few = asked(browser, "/as/foreningen/partnerships/?sort=next")
    for number in range(3, 50):
        lay(YOUTH, slug=f"kvallar-{number}", with_={"ov-helsingborg": cast.association})
    many = asked(browser, "/as/foreningen/partnerships/?sort=next")
    assert len(many) == len(few) <= 10


def test_twenty_five_stand_on_a_page(cast: Cast) -> None:
    for number in range(27):
        lay(YOUTH, slug=f"kvallar-{number:02}", with_={"ov-helsingborg": cast.association})
    assert len(names(listed(cast, cast.association))) == 25
    assert len(names(listed(cast, cast.association, "?page=2"))) == 2


# --- The organisation's own case number -------------------------------------------------------------------------


def write(cast: Cast, organisation: Organisation, laid: Laid, number: str, role: Role = Role.CONTROLLER) -> int:
    address = f"/as/{organisation.slug}/partnerships/{laid.partnership.slug}/case-number/"
    return cast.client(organisation, role).post(address, {"case_number": number}).status_code


def test_an_organisation_writes_its_own_number_and_finds_by_it(youth: Laid, cast: Cast) -> None:
    assert write(cast, cast.municipality, youth, "SN 2026/123") == 302
    page = listed(cast, cast.municipality, "?q=2026/123")
    assert "SN 2026/123" in page
    assert names(page) == ["Kvällsexpeditionen"]


def test_the_other_party_s_number_is_not_shown_as_one_s_own(youth: Laid, cast: Cast) -> None:
    write(cast, cast.municipality, youth, "SN 2026/123")
    assert "SN 2026/123" not in listed(cast, cast.association)
    assert names(listed(cast, cast.association, "?q=2026/123")) == []


def test_history_says_who_wrote_it_and_not_what(youth: Laid, cast: Cast) -> None:
    write(cast, cast.municipality, youth, "SN 2026/123")
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        act = Act.objects.visible_to(viewer).get(name="partnership.set_case_number")
        assert act.person_id == viewer.person_id
        assert act.partnership_id == youth.partnership.pk
        assert "123" not in f"{act.refers_to}{act.reason}"


def test_the_same_number_again_is_no_act(youth: Laid, cast: Cast) -> None:
    for _ in range(2):
        write(cast, cast.municipality, youth, "SN 2026/123")
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        assert Act.objects.visible_to(viewer).filter(name="partnership.set_case_number").count() == 1


def test_a_number_that_is_too_long_is_kept_in_the_form_and_not_stored(youth: Laid, cast: Cast) -> None:
    assert write(cast, cast.municipality, youth, "x" * 61) == 200
    assert "x" * 61 not in listed(cast, cast.municipality)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.STAFF, Role.ADMINISTRATOR])
def test_a_role_that_does_not_answer_for_obligations_does_not_write_it(role: Role, youth: Laid, cast: Cast) -> None:
    assert write(cast, cast.municipality, youth, "SN 1", role) == 404
    if role is not Role.ADMINISTRATOR:
        assert "case-number/" not in listed(cast, cast.municipality, role=role)


def test_nobody_writes_it_for_someone_else(youth: Laid, cast: Cast) -> None:
    assert write(cast, cast.other_association, youth, "SN 1") == 404
    with cast.as_(cast.association, Role.CONTROLLER) as viewer:
        place = PartnershipParty.objects.get(partnership=youth.partnership, organisation=cast.municipality)
        with pytest.raises(ValueError, match="own case number"):
            set_case_number(place, "SN 1", by=viewer, now=NOW)
        assert PartnershipParty.objects.filter(pk=place.pk).update(case_number="SN 1") == 0
