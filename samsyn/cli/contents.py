"""What a database holds, as one count and one checksum per table, to tell two databases apart."""

from typing import Any

import psycopg
from psycopg import sql

Contents = dict[str, list[int | str]]
"""Table → [number of rows, checksum over all rows in any order]."""

_TABLES = """
    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
"""
# The sum of the rows' hashes: independent of the order in which rows lie on disk, and no sorting of big tables.
_SUMMARY = """
    SELECT count(*), coalesce(sum(('x' || left(md5(row::text), 15))::bit(60)::bigint), 0)::text FROM {} AS row
"""


def contents_of(connection: psycopg.Connection[tuple[Any, ...]]) -> Contents:
    """Read every table as seen by the connection's transaction."""
    tables = [row[0] for row in connection.execute(_TABLES)]
    found: Contents = {}
    for table in tables:
        row = connection.execute(sql.SQL(_SUMMARY).format(sql.SQL(table))).fetchone()  # quoted by format()
        assert row is not None
        found[table] = [row[0], row[1]]
    return found


def differences(expected: Contents, found: Contents) -> list[str]:
    """One sentence per table that is missing, unexpected or different."""
    told = []
    for table in sorted(expected.keys() | found.keys()):
        there, here = expected.get(table), found.get(table)
        if there is None or here is None:
            told.append(f"{table}: {'not in the backup' if there is None else 'missing after restoring'}")
        elif there != here:
            told.append(f"{table}: {there[0]} rows with checksum {there[1]} became {here[0]} with {here[1]}")
    return told
