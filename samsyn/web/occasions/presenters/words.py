"""What those who came are called: by sex and age."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from samsyn.rules.terms.counting import children_among
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models.choices import Sex
from samsyn.web.ui.sexes import sex_words


def age(band: str) -> str:
    """«6–9 år», «65 år eller äldre»."""
    if band.endswith("+"):
        return gettext("%(age)s år eller äldre") % {"age": band.rstrip("+")}
    return gettext("%(age)s år") % {"age": band.replace("-", "\N{EN DASH}")}


def sexes_at(activity: Activity | None, counted: Iterable[str] = ()) -> dict[str, str]:
    """As `sexes_of`, of what the activity asks and what has been counted (bands, empty where no age was asked)."""
    bands = {*(activity.age_bands if activity else ()), *filter(None, counted)}
    return sexes_of(bands, children=activity is not None and "children" in activity.exposure)


def sexes_of(bands: Iterable[str], *, children: bool = False) -> dict[str, str]:
    """Sex → its word: a girl where all are under 18, both words where some are, or where nobody's age is asked and
    those who work meet `children`."""
    known = tuple(bands)
    among = "some" if children and not known else children_among(known)
    return sex_words({str(sex): str(word) for sex, word in Sex.choices}, among)
