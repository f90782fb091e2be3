"""What sexes are called where children come: a girl is no woman. The keys are those of every table that asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from django.utils.translation import gettext


def sex_words(names: Mapping[str, str], children: Literal["none", "some", "all"]) -> dict[str, str]:
    """`names` by key, with those of a woman and a man in the words for who comes."""
    if children == "all":
        return {**names, "woman": gettext("flicka"), "man": gettext("pojke")}
    if children == "some":
        return {**names, "woman": gettext("flicka eller kvinna"), "man": gettext("pojke eller man")}
    return dict(names)
