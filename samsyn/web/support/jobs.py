"""The bell that mixes the rows at night."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import connections, transaction

log = logging.getLogger(__name__)

_ALIAS = "retention"
_TABLE = "support_supportcontact"
_MIX = f"""
    WITH taken AS (DELETE FROM {_TABLE} RETURNING *)
    INSERT INTO {_TABLE} SELECT * FROM taken ORDER BY random()
"""


def mix_the_rows() -> None:
    """Lay all rows in an order of chance, as one transaction.

    PostgreSQL keeps, unseen, in which order and in which transaction a row was written; beside rows that have an
    instant that would tell the minute of a call. After this it tells the night. Needs the role samsyn_retention.
    """
    if _ALIAS not in settings.DATABASES:
        log.error("The support contacts were not mixed: set DATABASE_RETENTION_URL to the role samsyn_retention.")
        return
    with transaction.atomic(using=_ALIAS), connections[_ALIAS].cursor() as cursor:
        # Who takes something back in the same instant waits, and then finds it.
        cursor.execute(f"LOCK TABLE {_TABLE} IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(_MIX)
