"""Words as an id: plain letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """«Åby språkkafé» is «aby-sprakkafe»."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
