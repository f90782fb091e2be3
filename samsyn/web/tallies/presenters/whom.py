"""What sexes are called at a pad: a girl is no woman."""

from __future__ import annotations

from samsyn.rules.terms.counting import Pad, children_among
from samsyn.web.tallies.models import Event
from samsyn.web.ui.sexes import sex_words


def sex_names(pad: Pad) -> dict[str, str]:
    """Key → name, in the order in which they are asked. What the visitor says of herself, nothing else."""
    return sex_words({key: str(name) for key, name in Event.Sex.choices}, children_among(pad.age_bands))
