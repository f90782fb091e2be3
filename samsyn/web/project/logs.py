"""The process's log, on stderr: that something went wrong and where in the code, never whose data it was about."""

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Any

import psycopg
from django.core.exceptions import ValidationError
from django.db import Error, OperationalError

UNTOLD = frozenset({"support", "answer"})
"""Capabilities whose addresses stand in no log, not even as a route: that someone was there at an hour is too much."""
_HOLD_VALUES = (Error, psycopg.Error, ValidationError)
"""Their sentences repeat what was in the row or the form."""
Trouble = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutValues(logging.Formatter):
    """An address is written as its route, since it may hold a secret; an error of the database as its code."""

    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        if request is not None:
            record.msg, record.args = _asked(request, getattr(record, "status_code", "")), ()
        return super().format(record)

    def formatException(self, ei: Trouble) -> str:  # noqa: N802, the name is logging's
        lines: list[str] = []
        for error in _chain(ei[1]):
            lines += [*traceback.format_tb(error.__traceback__), f"{type(error).__qualname__}{_said(error)}\n"]
        return "".join(lines).rstrip()


def _asked(request: Any, status: object) -> str:
    match = getattr(request, "resolver_match", None)
    if match and match.app_name in UNTOLD:
        return f"{status} …"
    return f"{status} {request.method} /{match.route if match else '…'}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The first error first, then those that came of it."""
    if error is not None:
        yield from _chain(error.__cause__ or (None if error.__suppress_context__ else error.__context__))
        yield error


def _said(error: BaseException) -> str:
    if not isinstance(error, _HOLD_VALUES):
        return f": {error}"
    told = getattr(error, "diag", None) or getattr(error.__cause__, "diag", None)
    if told and told.sqlstate:
        return f": {told.sqlstate} {told.constraint_name or ''}".rstrip()
    # Without a code the server was not reached, which has to do with no row.
    return f": {error}" if isinstance(error, OperationalError | psycopg.OperationalError) else ""
