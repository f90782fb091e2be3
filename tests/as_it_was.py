"""A database put back to what it was, row by row, after a test that committed.

Copying the template anew is 1,400 files and a second of a processor; what a test leaves is some hundred rows. They are
deleted as the superuser, with triggers and foreign keys asleep; what the migrations left is put back where it has
changed, and so are the sequences. Where a test has touched the structure itself (a table, a policy, a function, a
right), `put_back` says no, and the template is copied after all.
"""

from __future__ import annotations

from typing import LiteralString

import psycopg

_Connection = psycopg.Connection[tuple[object, ...]]

_CATALOGUES = (
    "class", "attribute", "attrdef", "proc", "trigger", "policy", "constraint", "index", "type", "namespace",
    "extension", "default_acl", "rewrite", "largeobject_metadata",
)  # fmt: skip
# Where a row lies and which transaction wrote it: both change with whatever is done to it.
_STRUCTURE = " UNION ALL ".join(
    f"SELECT '{each}', count(*), sum(hashtextextended(ctid::text || xmin, 0)) FROM pg_{each}" for each in _CATALOGUES
)
_TABLES = """
SELECT format('%I.%I', nspname, relname) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
 WHERE relkind = 'r' AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' ORDER BY 1
"""
_SEQUENCES = "SELECT format('%I.%I', schemaname, sequencename), start_value, last_value FROM pg_sequences ORDER BY 1"
_OTHERS_ARE_GONE = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_SWEPT_EVERY = 20  # restores; no vacuum runs by itself on a server for tests, and what is deleted would pile up


class AsItWas:
    """What a database holds when it is made: `AsItWas(address)`, and after each test `put_back()`."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._touched: set[str] = set()
        self._times = 0
        with self._connected() as connection:
            self._structure = connection.execute(_STRUCTURE).fetchall()
            self._sequences = connection.execute(_SEQUENCES).fetchall()
            tables = [str(name) for (name,) in connection.execute(_TABLES)]
            filled = {name for name in tables if _one(connection, f"SELECT EXISTS (SELECT FROM {name})")}
            self._rows = {name: _copied_out(connection, name) for name in filled}
            self._what = {name: _one(connection, _content(name)) for name in filled}
        left = [
            f"SELECT '{name}', NULL::numeric WHERE EXISTS (SELECT FROM {name})" for name in tables if name not in filled
        ]
        self._asks = " UNION ALL ".join([*left, *(f"SELECT '{name}', ({_content(name)})" for name in filled)])

    def put_back(self) -> bool:
        """Whether it could be. False: nothing is promised of what it holds now."""
        with self._connected() as connection:
            connection.execute(_OTHERS_ARE_GONE)
            if connection.execute(_STRUCTURE).fetchall() != self._structure:
                return False
            self._put_rows_back(connection)
            self._times += 1
            if self._times % _SWEPT_EVERY == 0 and self._touched:
                connection.execute(_trusted(f"VACUUM {', '.join(self._touched)}"))
                self._touched.clear()
        return True

    def _put_rows_back(self, connection: _Connection) -> None:
        found = connection.execute(_trusted(self._asks)).fetchall()
        changed = [str(name) for name, what in found if what is None or what != self._what.get(str(name))]
        with connection.transaction():
            connection.execute("SET LOCAL session_replication_role = replica")
            for name in changed:
                connection.execute(_trusted(f"DELETE FROM {name}"))
                if rows := self._rows.get(name):
                    with connection.cursor().copy(_trusted(f"COPY {name} FROM STDIN")) as copy:
                        copy.write(rows)
            for before, now in zip(self._sequences, connection.execute(_SEQUENCES).fetchall(), strict=True):
                if before != now:
                    sequence, start, last = before
                    connection.execute("SELECT setval(%s, %s, %s)", [sequence, last or start, last is not None])
        self._touched |= set(changed)

    def _connected(self) -> _Connection:
        return psycopg.connect(self._address, autocommit=True)


def _content(table: str) -> str:
    return f"SELECT sum(hashtextextended(t::text, 0)) + count(*) FROM {table} t"


def _copied_out(connection: _Connection, table: str) -> bytes:
    with connection.cursor().copy(_trusted(f"COPY {table} TO STDOUT")) as copy:
        return b"".join(bytes(each) for each in copy)


def _one(connection: _Connection, statement: str) -> object:
    row = connection.execute(_trusted(statement)).fetchone()
    return row[0] if row else None


def _trusted(statement: str) -> LiteralString:
    """Of names that the database itself quoted."""
    return statement
