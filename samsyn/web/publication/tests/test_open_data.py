"""A number that is not told is never a nought; a report that one party takes back is gone at once."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

from django.test import Client

from samsyn.exchange.catalogue import written
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.organisations.roles import Role
from samsyn.web.publication import actions
from samsyn.web.publication.presenters.catalogue import catalogue_of
from samsyn.web.publication.presenters.data import csv_of_figure
from samsyn.web.publication.presenters.page import page_of
from tests.boundaries.capabilities.publication import content
from tests.boundaries.samples import NOW, lay_out

WOMEN, MEN = {"value": None}, {"value": 9}


def split(partnership: Any) -> dict[str, Any]:
    """Twelve visits, of which it is not told how many were women's."""
    said = content(partnership)
    lines = [("woman", "Kvinnor", WOMEN), ("man", "Män", MEN)]
    said["figures"][0]["lines"] += [
        {"by": ["sex"], "keys": [key], "names": [name], "counts": counts, "value": None} for key, name, counts in lines
    ]
    return said


def test_what_is_not_told_is_empty_and_says_so(cast: Cast) -> None:
    said = split(cast.partnership)
    rows = list(csv.DictReader(io.StringIO(csv_of_figure(said, said["figures"]).decode("utf-8-sig")), delimiter=";"))
    assert [(row["grupp"], row["antal"], row["visas"]) for row in rows] == [
        ("", "12", "ja"), ("woman", "", "nej"), ("man", "9", "ja"),
    ]  # fmt: skip
    (shown,) = page_of(said).figures
    assert [tuple(row) for row in shown.tables[0].rows] == [("Kvinnor", "–"), ("Män", "9")]
    assert shown.hides


def test_a_figure_is_a_dataset_of_who_counted_it(cast: Cast) -> None:
    said = content(cast.partnership)
    described = catalogue_of([(said, date(2026, 3, 2))], "https://samsyn.example", "/open/x/")
    assert described is not None
    (dataset,) = described.datasets
    assert (dataset.publisher.name, described.publisher.name) == ("Föreningen", "Exempelstads kommun")
    assert b"dcat:Dataset" in written(described, "ttl")
    assert catalogue_of([(said | {"figures": []}, TODAY)], "https://samsyn.example", "/open/x/") is None


def test_a_report_that_one_party_takes_back_is_gone_at_once(cast: Cast) -> None:
    sample = lay_out(cast)
    laid = sample.laid["publication"]
    address = f"/open/{sample.partnership.slug}/reports/{laid.paper.pk}.pdf"
    assert Client().get(address).content == b"%PDF"
    with cast.as_(cast.association, Role.HEAD) as viewer:
        actions.take_back(laid.document, by=viewer, now=NOW, today=TODAY)
    assert Client().get(address).status_code == 404
    assert Client().get(f"/open/{sample.partnership.slug}/").status_code == 200
