"""What each page of changes shows, to whom, for every agreement."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.changes import actions
from samsyn.web.changes.models import Change
from samsyn.web.changes.tests.conftest import party
from samsyn.web.changes.tests.laying import APPROVED, NOW, SIGNED, SIX_MONTHS, TODAY, drafted, lay, proposed, step
from samsyn.web.obligations.tests.laying import FOLDERS, Laid
from samsyn.web.obligations.tests.laying import lay as lay_real
from samsyn.web.organisations.roles import Role

_RAW = re.compile(r"\b[a-z]{2,}_[a-z_]{2,}\b")
KINDS = [
    "extension", "confirmation", "condition", "waiver", "renegotiation", "notice", "withdrawal", "repayment",
    "termination", "amendment",
]  # fmt: skip


def visible(page: str) -> str:
    """What a reader sees: no markup, ordinary spaces."""
    body = page.split("<main", 1)[1].split("</main>", 1)[0].split(">", 1)[1]
    body = re.sub(r"</?(?:time|strong|b|span|a|code)\b[^>]*>", "", body)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def real(request: pytest.FixtureRequest, cast: Cast, today: date) -> tuple[Cast, Laid]:
    return cast, lay_real(request.param)


def test_every_agreement_says_how_it_is_changed_and_what_can_be_begun(real: tuple[Cast, Laid]) -> None:
    cast, laid = real
    for kind in ("public", "civil"):
        one = party(cast, laid.partnership, laid.a_party(kind))
        for path in ("", "start/", "start/amendment/", "wind-down/", *(f"start/{each}/" for each in KINDS)):
            page = one.page(path)
            assert _RAW.findall(visible(page)) == [], path
            assert page.count("<h1") == 1


def test_every_term_of_every_agreement_opens_as_a_form(real: tuple[Cast, Laid]) -> None:
    cast, laid = real
    one = party(cast, laid.partnership, laid.a_party())
    seen = set()
    for family, term in laid.dossier.agreement.terms():
        if family in seen or family == "source":
            continue
        seen.add(family)
        page = one.page(f"start/amendment/terms/{family}/{term.id}/")
        assert _RAW.findall(visible(page)) == [], family
        assert page.count("<h1") == 1
    assert len(seen) > 8


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_what_it_may_and_is_offered_what_it_can_do(cast: Cast, today: date, role: Role) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
    one = party(cast, partnership, cast.association, role)
    reads = role not in (Role.PROTECTION_OFFICER, Role.ADMINISTRATOR, Role.VOLUNTEER)
    decides = role in (Role.HEAD, Role.STEERING)
    for path in ("", f"{change.pk}/", f"{change.pk}/original.pdf", "wind-down/"):
        assert (one.get(path).status_code == 200) is reads, path
    for path in (f"{change.pk}/sign/", f"{change.pk}/refuse/"):
        assert (one.get(path).status_code == 200) is decides, path
    if reads:
        assert ("Skriv in undertecknandet" in one.page(f"{change.pk}/")) is decides


def test_a_page_has_at_most_one_primary_act(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        draft = drafted(partnership, "amendment", content=SIX_MONTHS, by=viewer)
    one = party(cast, partnership, cast.municipality)
    for path in ("", "start/", f"{change.pk}/", f"{draft.pk}/", f"{draft.pk}/propose/", f"{change.pk}/sign/"):
        assert one.page(path).count("button-primary") <= 1, path


def test_a_draft_does_not_exist_for_the_other_party(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        draft = drafted(partnership, "amendment", content=SIX_MONTHS, by=viewer)
    assert "Uppsägningstiden" in party(cast, partnership, cast.municipality).page(f"{draft.pk}/")
    other = party(cast, partnership, cast.association)
    for path in ("", "terms/", "propose/", "original.pdf", "redraft/"):
        assert other.get(f"{draft.pk}/{path}").status_code == 404
    assert "Uppsägningstiden blir" not in other.page()
    assert Client().get(other.home).status_code == 302


def test_the_page_says_what_is_missing_of_each_party_in_the_same_words(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
    pages = [
        visible(party(cast, partnership, each).page(f"{change.pk}/")) for each in (cast.municipality, cast.association)
    ]
    for page in pages:
        assert "Socialnämnden undertecknar" in page
        assert "Föreningen undertecknar" in page
        assert page.count("saknas") == 2
        assert "Sägs den upp i dag blir sista dagen 2026-09-02 i stället för 2026-06-02" in page


def test_a_kind_that_is_not_open_says_why_with_its_clause(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    one = party(cast, partnership, cast.municipality)
    page = visible(one.page("start/"))
    assert "Överenskommelsen har ingen punkt om hävning." in page
    assert "Ingen uppsägning är lämnad." in page
    assert 'href="' + one.home + 'start/termination/"' not in one.page("start/")
    refused = one.post("start/termination/", {"says": "x"})
    assert refused.status_code == 422
    assert not Change.objects.exists()


def test_notice_says_the_last_day_before_it_is_sent(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    page = visible(party(cast, partnership, cast.association).page("start/notice/"))
    assert "Lämnas uppsägningen i dag blir sista dagen 2 juni 2026" in page


def test_terms_are_found_by_clause_and_by_word(cast: Cast, today: date) -> None:
    partnership = lay(cast, SIGNED)
    one = party(cast, partnership, cast.association)
    by_clause = one.page("start/amendment/", q="§ 3")
    assert "terms/notice/uppsagning/" in by_clause
    assert "terms/duty/rapport/" not in by_clause
    assert "terms/duty/rapport/" in one.page("start/amendment/", q="rapport")
    assert "Inget villkor passar" in one.page("start/amendment/", q="\0<script>")


def test_the_list_says_in_what_form_it_is_changed_and_by_when_it_is_extended(cast: Cast, today: date) -> None:
    page = visible(party(cast, lay(cast, APPROVED), cast.association).page())
    assert "skriftligt och godkänt" in page
    assert "Den kan förlängas till och med 2028-12-31. Det ska vara klart senast 2027-06-30." in page
    assert "Uppsägningstiden är 3 månader." in page


def test_why_a_proposal_was_taken_back_stands_on_its_page_for_all(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        actions.withdraw(change, "Vi behöver räkna om.", by=viewer, now=NOW, today=TODAY)
    assert "Vi behöver räkna om." in party(cast, partnership, cast.association).page(f"{change.pk}/")


def test_a_proposal_says_what_is_to_stand_and_a_change_in_force_what_stood(cast: Cast, today: date) -> None:
    partnership = lay(cast, APPROVED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", by=viewer)
    address = f"/as/{cast.association.slug}/partnerships/{partnership.slug}/changes/{change.pk}/"
    browser = cast.client(cast.association, Role.HEAD)
    page = browser.get(address).content.decode()
    assert "Ska stå" in page
    assert "Stod" not in page
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)
    page = browser.get(address).content.decode()
    assert "Stod" in page
    assert "Ska stå" not in page
