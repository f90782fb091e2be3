"""What was just counted, read back."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from samsyn.web.support.actions import Said
from samsyn.web.support.line import Line
from samsyn.web.ui.formats import relative_days


def counted_words(said: Said, line: Line, today: date) -> str:
    """«Stödsamtal, telefon, i dag, 2 barn, oro för barn»."""
    parts = [line.kinds[said.kind], line.channels[said.channel].lower(), relative_days(said.day, today)]
    if said.first_or_returning:
        first = said.first_or_returning == "first"
        parts.append(gettext("första gången") if first else gettext("har varit i kontakt förr"))
    if said.children:
        parts.append(gettext("%(n)s barn") % {"n": said.children})
    if said.concern:
        parts.append(line.concerns[said.concern].lower())
    return ", ".join(parts)
