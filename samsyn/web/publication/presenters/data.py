"""A published figure as open data: a row for each number, with what it is a number of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from samsyn.exchange.sheets import csv_of

Content = dict[str, Any]
HEAD = (
    "partnerskap", "indikator", "namn", "enhet", "forsta_dag", "sista_dag", "raknat_av", "uppdelat_pa", "grupp", "matt",
    "antal", "visas", "punkt", "definition",
)  # fmt: skip


def csv_of_figure(content: Content, figures: Sequence[Content]) -> bytes:
    """Over all its periods. A number that is not told is an empty cell beside «nej»; never a nought."""
    return csv_of(HEAD, _rows(content, figures))


def _rows(content: Content, figures: Sequence[Content]) -> Iterator[tuple[object, ...]]:
    for each in figures:
        for line in each["lines"]:
            for what, n in line["counts"].items():
                yield (
                    content["slug"], each["indicator"], each["name"], each["unit"], each["first"], each["last"],
                    each["whose_name"], " × ".join(line["by"]), " × ".join(line["keys"]), what,
                    "" if n is None else n, "nej" if n is None else "ja", each["clause"], each["version"],
                )  # fmt: skip


def json_of_figure(content: Content, figures: Sequence[Content]) -> Content:
    """The same with what it means; null is a number that is not told."""
    return {
        "partnership": content["slug"],
        "title": content["title"],
        "fictitious": content["is_demo"],
        "smallest": content["smallest"],
        "licence": "http://creativecommons.org/publicdomain/zero/1.0/",
        "figures": list(figures),
    }
