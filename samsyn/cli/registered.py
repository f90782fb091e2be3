"""What later capabilities add to the command line: one line each, named and imported only when it runs."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

GENERATED: dict[str, str] = {
    # file in the checkout: "module:function", which returns the text that should stand there
    "agreements/schema.json": "samsyn.rules.reading.schema:agreement_schema",
    "agreements/schema-amendments.json": "samsyn.rules.reading.schema:change_schema",
    "docs/reference/obligations.md": "tests.spec.contents:render_obligation_reference",
}

SPECIMENS: list[str] = [
    # "module:function", which takes a folder, writes documents there from the loaded data, and returns them
    "samsyn.web.agreements.specimens:agreement_specimens",
    "samsyn.web.obligations.specimens:calendar_specimens",
    "samsyn.web.meetings.specimens:meeting_specimens",
    "samsyn.web.changes.specimens:change_specimens",
    "samsyn.web.invoices.specimens:sent_specimens",
    "samsyn.web.statements.specimens:statement_specimens",
    "samsyn.web.reports.specimens:report_specimens",
]

EXAMPLES: list[str] = [
    # "module:function", which does the same from invented values: what the loaded data need not have
    "samsyn.exchange.invoices.specimens:invoice_specimens",
    "samsyn.exchange.sie.specimens:sie_specimens",
    "samsyn.exchange.catalogue.specimens:catalogue_specimens",
]


def resolve(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
