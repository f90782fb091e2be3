"""`samsyn restore FILE`: put a backup in the database's place, and keep what stood there."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import sql

from samsyn.cli.archive import ArchiveTrouble, read_archive
from samsyn.cli.contents import differences
from samsyn.cli.dumping import Keeper, contents_of_database, keeper, private_folder, restored_copy
from samsyn.cli.installation import migrate_as_owner
from samsyn.cli.other_version import refused

NAME = "restore"
HELP = "replace the database with a backup; what stood there is kept under another name"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="made by samsyn backup")


def run(given: argparse.Namespace) -> int:
    with private_folder() as folder:
        dump = folder / "database.dump"
        try:
            manifest = read_archive(given.file, dump)
        except (ArchiveTrouble, OSError) as error:
            print(f"samsyn restore: {error}", file=sys.stderr)
            return 1
        with keeper() as held:
            with restored_copy(held, dump) as copy:
                wrong = differences(manifest.contents, contents_of_database(held, copy))
                if wrong:
                    print(
                        "samsyn restore: the file does not hold what it says, nothing was changed:", *wrong, sep="\n  "
                    )
                    return 1
                if refused(NAME, held.address(copy)):
                    return 1
                kept = _change_places(held, copy)
            if kept is None:
                return 1
            print(f"Restored as of {manifest.taken}. What stood there is kept in the database {kept}.")
            return migrate_as_owner()


def _change_places(held: Keeper, copy: str) -> str | None:
    """Rename both in one transaction. None, with a sentence, when the site still uses the database."""
    kept = f"{held.database}_before_{datetime.now(UTC):%Y%m%d%H%M%S}"
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    with psycopg.connect(held.address("postgres")) as connection:
        try:
            connection.execute(rename.format(sql.Identifier(held.database), sql.Identifier(kept)))
        except psycopg.errors.ObjectInUse:
            print(
                "samsyn restore: the database is in use, nothing was changed. Stop the site first, then try again.",
                file=sys.stderr,
            )
            return None
        connection.execute(rename.format(sql.Identifier(copy), sql.Identifier(held.database)))
    return kept
