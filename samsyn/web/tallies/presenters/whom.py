"""What sexes are called at a pad: a girl is no woman."""

from __future__ import annotations

from django.utils.translation import gettext

from samsyn.rules.terms.counting import Pad, children_among
from samsyn.web.tallies.models import Event


def sex_names(pad: Pad) -> dict[str, str]:
    """Key → name, in the order in which they are asked. What the visitor says of herself, nothing else."""
    names = {key: str(name) for key, name in Event.Sex.choices}
    children = children_among(pad.age_bands)
    if children == "all":
        return names | {Event.Sex.WOMAN.value: gettext("flicka"), Event.Sex.MAN.value: gettext("pojke")}
    if children == "some":
        words = {Event.Sex.WOMAN.value: gettext("flicka eller kvinna"), Event.Sex.MAN.value: gettext("pojke eller man")}
        return names | words
    return names
