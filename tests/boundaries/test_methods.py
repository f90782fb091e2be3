"""To look changes nothing; to change takes a form of ours."""

from __future__ import annotations

import pytest
from django.test import Client

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.organisations.roles import Role
from tests.boundaries.addresses import DOORS
from tests.boundaries.samples import Sample, lay_out
from tests.boundaries.test_addresses import address, all_rounder
from tests.boundaries.test_raw_sql import everything

_EVERYTHING = pytest.mark.django_db(databases=["default", "retention"], transaction=True)


@pytest.mark.slow
def test_no_form_is_taken_without_its_token(sample: Sample) -> None:
    known = all_rounder(sample.cast, sample.cast.municipality)
    answers = {}
    for route in DOORS:
        for client in (Client(enforce_csrf_checks=True), known):
            client.handler.enforce_csrf_checks = True
            answers[route] = client.post(address(route, sample, sample.cast.municipality)).status_code
            # Where a form takes a file, a stranger is sent to sign in before anything of the form is read.
            to_sign_in = DOORS[route].files and client is not known
            assert answers[route] == (302 if to_sign_in else 403), route


@pytest.mark.slow
@_EVERYTHING
def test_looking_changes_nothing(transactional_db: None) -> None:
    sample = lay_out(lay_the_table())
    client = all_rounder(sample.cast, sample.cast.municipality)
    sample.cast.person(sample.cast.municipality, Role.STAFF)
    before = everything()
    for route in DOORS:
        at = address(route, sample, sample.cast.municipality)
        for answer in (client.get(at), client.head(at), client.options(at), client.generic("TRACE", at)):
            assert answer.status_code < 500, route
        now = everything()
        if DOORS[route].logged:
            before["history_act"] = now["history_act"]
        assert now == before, route
