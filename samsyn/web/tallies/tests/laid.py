"""A pad of an agreement file as a living partnership: whichever has one that asks, and opening hours."""

from __future__ import annotations

from dataclasses import dataclass

from samsyn.rules.reading import files_in, read_files
from samsyn.rules.terms.counting import Pad
from samsyn.web.access.fixtures import Cast
from samsyn.web.obligations.tests.laying import FOLDERS, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership


@dataclass
class House:
    cast: Cast
    laid: Laid
    pad: Pad

    @property
    def partnership(self) -> Partnership:
        return self.laid.partnership

    @property
    def ours(self) -> Organisation:
        """The one who counts."""
        return self.cast.association

    @property
    def home(self) -> str:
        return f"/as/{self.ours.slug}/partnerships/{self.partnership.slug}/tallies/{self.pad.id}/"


def a_house(cast: Cast) -> House:
    for folder in FOLDERS:
        agreement = read_files(files_in(folder)).agreement
        for pad in agreement.pad.values():
            hours = [each for each in agreement.opening.values() if each.site == pad.site]
            if "sex" in pad.asks and hours:
                other = next(key for key, each in agreement.party.items() if key != pad.by)
                return House(cast, lay(folder, with_={pad.by: cast.association, other: cast.municipality}), pad)
    raise LookupError("No agreement has a pad with a question and opening hours.")
