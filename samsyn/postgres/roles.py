"""Roles, database and extensions, in SQL that an administrator can also run on a server of their own."""

import psycopg
from psycopg import sql

from samsyn.postgres.passwords import APP, OWNER, RETENTION

DATABASE = "samsyn"
EXTENSIONS = ("btree_gist", "pg_trgm")
_TRAITS = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"


def ensure_roles(superuser_url: str, passwords: dict[str, str]) -> None:
    """Make what is missing, change nothing that is there. May run at every start."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
        for role in (OWNER, APP, RETENTION):
            if role not in known:
                connection.execute(_role_statement(role, passwords[role]))


def ensure_database(superuser_url: str, database_superuser_url: str, name: str) -> None:
    """Make database `name` for the owner role, with extensions and the app's default rights."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            words = sql.SQL("CREATE DATABASE {} OWNER {}")
            connection.execute(words.format(sql.Identifier(name), sql.Identifier(OWNER)))
    with psycopg.connect(database_superuser_url, autocommit=True) as connection:
        for statement in database_statements(name):
            connection.execute(statement)


def _role_statement(role: str, password: str) -> sql.Composed:
    words = sql.SQL("CREATE ROLE {} " + _TRAITS + " PASSWORD {}")
    return words.format(sql.Identifier(role), sql.Literal(password))


def database_statements(name: str) -> list[sql.Composed]:
    """Run inside the database as superuser; each may be run again."""
    future = "ALTER DEFAULT PRIVILEGES FOR ROLE {} IN SCHEMA public "
    of_tables = sql.SQL(future + "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}")
    of_sequences = sql.SQL(future + "GRANT USAGE, SELECT ON SEQUENCES TO {}")
    roles = sql.SQL(", ").join([sql.Identifier(APP), sql.Identifier(RETENTION)])
    return [
        *(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(one)) for one in EXTENSIONS),
        sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)),
        sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(sql.Identifier(name), roles),
        sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(roles),
        of_tables.format(sql.Identifier(OWNER), roles),
        of_sequences.format(sql.Identifier(OWNER), roles),
    ]


def setup_script(name: str = DATABASE) -> str:
    """The same, as a psql script for a PostgreSQL of one's own; the passwords are left to write."""
    lines = ["-- Run once as a superuser: psql -f this-file postgres. Choose the passwords first."]
    lines += [f"CREATE ROLE {role} {_TRAITS} PASSWORD 'choose-one-for-{role}';" for role in (OWNER, APP, RETENTION)]
    lines += [
        f"CREATE DATABASE {name} OWNER {OWNER} ENCODING 'UTF8' TEMPLATE template0;",
        f"\\connect {name}",
    ]
    lines += [f"{statement.as_string()};" for statement in database_statements(name)]
    return "\n".join(lines) + "\n"
