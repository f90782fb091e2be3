"""1,000,000 rows of a SIE 4 file read to the end, beside `iconv` and a bare split of the same lines in the same run.

The file is of the usual shape: vouchers of four rows, a project on one of them, dates and texts with Swedish letters,
in CP437. Each is measured in a process of its own, so that its peak memory is its own. It is also given for a tenth of
the rows: flat means that it does not follow the file.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROWS = 1_000_000
TENTH = ROWS // 10
PER_VOUCHER = 4
Result = dict[str, Any]


def run() -> list[Result]:
    """One row: seconds, rows per second, and how many times the bare split."""
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large.se"), Path(folder, "small.se")
        _write(large, ROWS)
        _write(small, TENTH)
        read, split = _measured("read", large), _measured("split", large)
        little = _measured("read", small)
        size = large.stat().st_size
    return [{
        "rows": ROWS, "megabytes": round(size / 1e6, 1),
        "seconds": round(read[0], 2), "rows_per_second": round(ROWS / read[0]),
        "peak_megabytes": round(read[1], 1), "peak_megabytes_of_a_tenth": round(little[1], 1),
        "iconv_and_split_seconds": round(split[0], 2), "times_iconv_and_split": round(read[0] / split[0], 1),
    }]  # fmt: skip


def table(rows: list[Result]) -> str:
    """Markdown."""
    (row,) = rows
    return "\n".join([
        "| | seconds | rows per second | peak memory |",
        "|---|---:|---:|---:|",
        f"| read, {row['rows']:,} rows ({row['megabytes']} MB) | {row['seconds']} | {row['rows_per_second']:,} | "
        f"{row['peak_megabytes']} MB |",
        f"| read, a tenth of them | | | {row['peak_megabytes_of_a_tenth']} MB |",
        f"| `iconv` and a bare split of its lines | {row['iconv_and_split_seconds']} | | |",
        "",
        f"**{row['times_iconv_and_split']} times** `iconv` and a bare split.",
        "",
    ])  # fmt: skip


def _measured(what: str, file: Path) -> tuple[float, float]:
    """Seconds and megabytes at the most, of a process that does nothing else."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.sie", what, str(file)], capture_output=True, text=True, check=True
    )
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def _read(file: Path) -> int:
    from samsyn.exchange.sie import read

    with file.open("rb") as stream:
        return sum(len(voucher.rows) for voucher in read(stream))


def _split(file: Path) -> int:
    """The lines as text, split at blanks: the least that any reader does."""
    count = 0
    with subprocess.Popen(["iconv", "-f", "CP437", "-t", "UTF-8", str(file)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            count += line.split()[0] == b"#TRANS"
    return count


def _write(file: Path, rows: int) -> None:
    with file.open("w", encoding="cp437", newline="\r\n") as out:
        out.writelines(_lines(rows))


def _lines(rows: int) -> Iterator[str]:
    yield '#FLAGGA 0\n#PROGRAM "Påhittat" 1.0\n#FORMAT PC8\n#GEN 20260131\n#SIETYP 4\n#FNAMN "Föreningen"\n'
    yield "#RAR 0 20260101 20261231\n#DIM 6 Projekt\n#IB 0 1930 0.00\n"
    for number in range(rows // PER_VOUCHER):
        day = f"2026{number % 12 + 1:02}{number % 28 + 1:02}"
        yield f'#VER A {number + 1} {day} "Inköp av kläder {number}"\n{{\n'
        yield f'   #TRANS 4010 {{6 "P{number % 40}"}} {number % 9000 + 100}.80 {day} "Kvitto från affären {number}"\n'
        yield f'   #TRANS 2641 {{}} 25.20 {day} "Ingående moms"\n   #TRANS 3740 {{}} -1.00 {day} ""\n'
        yield f'   #TRANS 1930 {{}} -{number % 9000 + 125}.00 {day} "Företagskonto"\n}}\n'


if __name__ == "__main__":
    began = time.perf_counter()
    found = {"read": _read, "split": _split}[sys.argv[1]](Path(sys.argv[2]))
    took = time.perf_counter() - began
    assert found in (ROWS, TENTH), found
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
