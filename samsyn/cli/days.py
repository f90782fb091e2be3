"""A day on the command line."""

import argparse
from datetime import date


def day(text: str) -> date:
    """Read YYYY-MM-DD; argparse shows the sentence where it is something else."""
    try:
        return date.fromisoformat(text)
    except ValueError as trouble:
        raise argparse.ArgumentTypeError(f"«{text}» is no day; write it as 2026-01-31") from trouble
