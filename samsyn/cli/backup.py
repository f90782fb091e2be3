"""`samsyn backup FILE`: everything in one file, tried before it is called a backup."""

import argparse
import sys
from pathlib import Path

from samsyn.cli.archive import write_archive
from samsyn.cli.contents import differences
from samsyn.cli.dumping import contents_of_database, dump_database, keeper, private_folder, restored_copy

NAME = "backup"
HELP = "write the whole database to one file, verified by restoring it into a scratch database"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="to write; must not exist")


def run(given: argparse.Namespace) -> int:
    file: Path = given.file.absolute()
    if file.exists():
        print(f"samsyn backup: {file} exists and is not overwritten. Choose another name.", file=sys.stderr)
        return 1
    if not file.parent.is_dir():
        print(f"samsyn backup: there is no folder {file.parent}. Make it first.", file=sys.stderr)
        return 1
    with keeper() as held, private_folder() as folder:
        dump = folder / "database.dump"
        manifest = dump_database(held, dump)
        with restored_copy(held, dump) as copy:
            wrong = differences(manifest.contents, contents_of_database(held, copy))
        if wrong:
            print("samsyn backup: the restored copy differs, so no file was written:", *wrong, sep="\n  ")
            return 1
        write_archive(file, manifest, dump)
    rows = sum(int(count) for count, _ in manifest.contents.values())
    print(f"{file}: {len(manifest.contents)} tables, {rows} rows, as of {manifest.taken}; restored once to prove it.")
    return 0
