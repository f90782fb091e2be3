"""Every page opens for every agreement, in plain words, in few queries, and only for its parties."""

import re
from html import unescape

import pytest
from pytest_django import DjangoAssertNumQueries

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.addresses import clause_slugs
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.agreements.tests.conftest import Table
from samsyn.web.organisations.roles import Role

PAGES = ["", "agreement/", "agreement/assumptions/", "agreement/what-if/", "agreement/differences/"]
OBJECTS = ["agreement/clauses/4/", "agreement/document.pdf", "agreement/versions/1/files.zip"]
_RAW = re.compile(r"\b[a-z]{2,}_[a-z_]{2,}\b")


def visible(page: str) -> str:
    """What a reader sees, on one line: no markup, no addresses, ordinary spaces."""
    body = page.split("<main", 1)[1].split("</main>", 1)[0].split(">", 1)[1]
    body = re.sub(r"</?(?:time|strong|b|span|a|code)\b[^>]*>", "", body)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("path", PAGES)
def test_every_agreement_opens_in_plain_words(real: Table, path: str) -> None:
    page = real.page(path)
    assert _RAW.findall(visible(page)) == []
    assert page.count("<h1") == 1


@pytest.mark.slow
def test_every_clause_of_every_agreement_has_a_page(real: Table) -> None:
    with acting_as_job(Job.SEED):
        slugs = clause_slugs(dossier_of(real.partnership))
    assert len(set(slugs.values())) == len(slugs)
    shown = [slug for slug in slugs.values() if real.get(f"agreement/clauses/{slug}/").status_code == 200]
    assert len(shown) >= len(slugs) - 1  # the title of clauses.md is no clause


def test_every_agreement_is_a_document(real: Table) -> None:
    answer = real.get("agreement/document.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("", 14),
        ("agreement/", 11),
        ("agreement/clauses/4/", 13),
        ("agreement/assumptions/", 12),
        ("agreement/what-if/", 11),
        ("agreement/differences/", 12),
        ("agreement/document.pdf", 13),
    ],
)
def test_a_page_asks_the_database_as_often_however_long_the_agreement_is(
    lanterna: Table, path: str, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Eight of them are the door: the transaction, the session and who is looking. One says which party it is, and
    one which index tables are published, where sums are worked out."""
    lanterna.get(path)
    with django_assert_num_queries(count):
        lanterna.get(path)


@pytest.mark.parametrize(
    "path", [*PAGES, "agreement/clauses/4/", "agreement/document.pdf", "agreement/versions/1/files.zip"]
)
def test_somebody_elses_partnership_does_not_exist(lanterna: Table, cast: Cast, path: str) -> None:
    other = cast.client(cast.other_association, Role.STEERING)
    address = f"/as/{cast.other_association.slug}/partnerships/{lanterna.partnership.slug}/{path}"
    assert other.get(address).status_code == 404
    assert other.get(lanterna.home + path).status_code == 404
    assert lanterna.get(path).status_code == 200


def test_a_partnership_that_is_not_there_and_one_of_others_answer_alike(lanterna: Table) -> None:
    invented = lanterna.client.get(f"/as/{lanterna.organisation.slug}/partnerships/finns-inte/")
    others = lanterna.client.get(f"/as/{lanterna.organisation.slug}/partnerships/andra-partnerskapet/")
    assert invented.status_code == others.status_code == 404
    own = re.compile(rb'csrf[^>]*|finns-inte|andra-partnerskapet|"X-CSRFToken[^}]*')
    answers = [own.sub(b"", each.content) for each in (invented, others)]
    assert answers[0] == answers[1]
