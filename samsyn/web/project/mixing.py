"""Laying rows in an order of chance, for tables in which nobody may see who did what at which hour."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import connections, transaction

log = logging.getLogger(__name__)

_ALIAS = "retention"


def mix(*tables: str) -> None:
    """Lay all rows of the tables anew, as one transaction.

    PostgreSQL keeps, unseen, in which order and in which transaction a row was written; beside rows that have an
    instant that would tell the minute. After this it tells the night. Needs the role samsyn_retention. Rows that point
    at each other are checked when all of them lie again.
    """
    if _ALIAS not in settings.DATABASES:
        log.error("%s: not mixed. Set DATABASE_RETENTION_URL to the role samsyn_retention.", ", ".join(tables))
        return
    with transaction.atomic(using=_ALIAS), connections[_ALIAS].cursor() as cursor:
        # Who takes something back in the same instant waits, and then finds it.
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN SHARE ROW EXCLUSIVE MODE")
        for table in tables:
            cursor.execute(
                f"WITH taken AS (DELETE FROM {table} RETURNING *) "
                f"INSERT INTO {table} SELECT * FROM taken ORDER BY random()"
            )
