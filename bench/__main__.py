"""`make bench`: every measured run, or those that are named. Results go to bench/results/, one page each.

A bench is a module with `run() -> rows` and `table(rows) -> Markdown`, and one line in BENCHES.
"""

import argparse
import json
import platform
from importlib import import_module
from pathlib import Path

BENCHES = ("followup", "invoices", "obligations", "pad", "pages", "places", "reports", "sie", "steering", "taps")
RESULTS = Path(__file__).parent / "results"


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description="Measured runs; figures are ratios within one run.")
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], metavar="NAME", help=f"of {', '.join(BENCHES)}")
    parser.add_argument("--large", action="store_true", help="followup: also 50 million taps (20 GB, a quarter)")
    asked = parser.parse_args()
    for name in asked.names or BENCHES:
        bench = import_module(f"bench.{name}")
        rows = bench.run(large=True) if asked.large and name == "followup" else bench.run()
        heading = f"# {name}\n\n{(bench.__doc__ or '').strip()}\n\nPython {platform.python_version()}, 2 cores.\n\n"
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{name}.md").write_text(heading + bench.table(rows), encoding="utf-8")
        (RESULTS / f"{name}.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
        print(heading + bench.table(rows))


if __name__ == "__main__":
    main()
