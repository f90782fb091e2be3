"""What pydantic complains of, in Swedish and as something to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_SAID: Mapping[str, Promise] = {
    "missing": _("Skriv vad som ska stå här."),
    "missing_argument": _("Skriv vad som ska stå här."),
    "too_short": _("Skriv eller välj minst en."),
    "string_too_short": _("Skriv vad som ska stå här."),
    "string_pattern_mismatch": _("Skriv klockslaget med timmar och minuter: 09:30."),
    "greater_than_equal": _("Skriv ett större tal eller en senare dag."),
    "less_than_equal": _("Skriv ett mindre tal eller en tidigare dag."),
    "age_band": _("Skriv åldersgruppen som 13-17, och den sista som 18+."),
    "value_error": _("Det här går inte att läsa. Jämför med den undertecknade texten."),
}


def said_of(kind: str, about: Mapping[str, Any]) -> str:
    found = _SAID.get(kind)
    return str(found) if found else gettext("Det här går inte att läsa. Skriv det på ett annat sätt.")
