"""Stories for demo and tests, told only through actions. Everything invented lives in twins with fictitious parties."""

import tomllib
from datetime import date
from pathlib import Path

AGREEMENTS = Path(__file__).resolve().parents[3] / "agreements"
DEMO_DAY: date = tomllib.loads((AGREEMENTS / "demo.toml").read_text(encoding="utf-8"))["today"]
