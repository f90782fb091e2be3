"""How an obligation stands, in the same words wherever it is listed: done, waived, disputed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext

if TYPE_CHECKING:
    from samsyn.web.obligations.models import Obligation


def state_of(owed: Obligation) -> tuple[str, str]:
    """A tag's text and kind; both empty for what is open and undisputed."""
    if owed.waived_on:
        text, kind = gettext("avstått %(day)s") % {"day": owed.waived_on}, "plain"
    elif owed.met_on:
        text, kind = gettext("gjort %(day)s") % {"day": owed.met_on}, "done"
    else:
        return (gettext("invändning"), "waiting") if owed.disputed_on else ("", "")
    if owed.disputed_on:
        return gettext("%(state)s, invändning") % {"state": text}, "waiting"
    return text, kind


def met_sentence(met_on: date, due: date | None) -> str:
    """«Gjort 2026-03-04, 2 dagar efter.» Before or on the day needs no more words."""
    if due is None or met_on <= due:
        return gettext("Gjort %(day)s.") % {"day": met_on}
    late = (met_on - due).days
    after = ngettext("%(n)s dag efter", "%(n)s dagar efter", late) % {"n": late}
    return gettext("Gjort %(day)s, %(after)s.") % {"day": met_on, "after": after}
