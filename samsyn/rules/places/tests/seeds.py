"""The two agreements that hand out places, as they are in the folder of agreements."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from samsyn.rules.reading import Dossier, read_agreement
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import with_alternative

_AGREEMENTS = Path(__file__).parents[4] / "agreements"
NIGHT, WOMEN, TRAINING = "nattplatser", "kvinnoplatser", "arbetstraning"


@cache
def dossier(folder: str) -> Dossier:
    return read_agreement(_AGREEMENTS / folder)


def night_places() -> Agreement:
    return dossier("stockholm-eu-medborgare").agreement


def training_places() -> Agreement:
    return dossier("malmo-arbetstraning").agreement


def read_as(agreement: Agreement, assumption: str, alternative: str) -> Agreement:
    """The agreement as if the parties had answered with another reading."""
    return with_alternative(agreement, assumption, alternative)
