"""The house's own drawings, as lines in a square of 24. They stand beside words, never instead of them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_EYES = '<path d="M9 10v.01M15 10v.01"/>'
_FACE = f'<circle cx="12" cy="12" r="9"/>{_EYES}'

FACES: Mapping[int, str] = {
    1: f'{_FACE}<path d="M8 17c2-3 6-3 8 0"/>',
    2: f'{_FACE}<path d="M8.5 16c2-1.5 5-1.5 7 0"/>',
    3: f'{_FACE}<path d="M8.5 15.5h7"/>',
    4: f'{_FACE}<path d="M8.5 15c2 1.5 5 1.5 7 0"/>',
    5: f'{_FACE}<path d="M8 14c2 3.5 6 3.5 8 0"/>',
}

PICTOGRAMS: Mapping[str, tuple[Promise, str]] = {
    "door": (_("dörr"), '<path d="M6 21V4h10v17M3 21h18M13 12v1"/>'),
    "shield": (_("sköld"), '<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z"/>'),
    "talk": (_("prata"), '<path d="M4 5h16v11h-9l-5 4v-4H4z"/>'),
    "hand": (_("hand"), '<path d="M8 12V5.5a1.5 1.5 0 0 1 3 0V11V4a1.5 1.5 0 0 1 3 0v7V6a1.5 1.5 0 0 1 3 0v8c0 4-2 7-6 7-3 0-4.5-1.5-6-4l-2-4c1.5-1 3 0 5 3"/>'),  # noqa: E501
    "heart": (_("hjärta"), '<path d="M12 20C5 15 3 12 3 8.5 3 6 5 4 7.5 4 9.5 4 11 5 12 7c1-2 2.5-3 4.5-3C19 4 21 6 21 8.5c0 3.5-2 6.5-9 11.5z"/>'),  # noqa: E501
    "pen": (_("penna"), '<path d="M4 20l1-4L16 5l3 3L8 19zM14 7l3 3"/>'),
    "people": (_("människor"), '<circle cx="8" cy="8" r="3"/><circle cx="16" cy="8" r="3"/><path d="M3 20c0-4 2-6 5-6s5 2 5 6M13 15c1-.7 2-1 3-1 3 0 5 2 5 6"/>'),  # noqa: E501
    "clock": (_("klocka"), '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>'),
    "food": (_("mat"), '<path d="M3 12h18a9 9 0 0 1-18 0zM9 8c0-2 2-2 2-4M14 8c0-2 2-2 2-4"/>'),
    "shower": (_("dusch"), '<path d="M4 21V6a3 3 0 0 1 6 0M6 9h8M8 13v.01M12 13v.01M8 17v.01M12 17v.01M10 15v.01"/>'),
    "clothes": (_("kläder"), '<path d="M8 4L3 8l2 4 2-1v9h10v-9l2 1 2-4-5-4c-1 3-7 3-8 0z"/>'),
    "sleep": (_("säng"), '<path d="M3 19V6M3 15h18v4M21 15v-2a3 3 0 0 0-3-3h-7v5"/><circle cx="7" cy="11.5" r="2"/>'),
    "health": (_("vård"), '<path d="M9 3h6v6h6v6h-6v6H9v-6H3V9h6z"/>'),
    "advice": (_("papper"), '<path d="M6 3h9l4 4v14H6zM9 11h7M9 15h7"/>'),
    "work": (_("arbete"), '<path d="M3 8h18v12H3zM9 8V5h6v3M3 13h18"/>'),
    "company": (_("sällskap"), '<path d="M4 8h12v6a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM16 9h2a2 2 0 0 1 0 5h-2M4 21h13"/>'),
    "cooking": (_("laga mat"), '<path d="M5 10h14v7a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3zM2 10h20M9 6h6"/>'),
    "languages": (_("språk"), '<path d="M3 6h9M7.5 4v2c0 4-2 6-4.5 7M5 9c1 2 4 4 6 4M12 20l4-10 4 10M13.5 17h5"/>'),
    "exercise": (_("röra på sig"), '<circle cx="14" cy="4.5" r="2"/><path d="M6 10l5-2 3 4 4 1M13 12l-3 4 2 5M10 14l-5 3"/>'),  # noqa: E501
    "computers": (_("dator"), '<path d="M4 5h16v11H4zM2 20h20"/>'),
    "crafts": (_("skapa"), '<path d="M5 5l14 14M19 5L5 19"/><circle cx="5" cy="19" r="2"/><circle cx="19" cy="19" r="2"/>'),  # noqa: E501
    "yes": (_("ja"), '<path d="M4 13l5 5L20 6"/>'),
    "no": (_("nej"), '<path d="M6 6l12 12M18 6L6 18"/>'),
    "child": (_("barn"), '<circle cx="12" cy="9" r="4"/><path d="M6 21c0-4 2.5-6 6-6s6 2 6 6"/>'),
    "adult": (_("vuxen"), '<circle cx="12" cy="6" r="3.5"/><path d="M5 21v-4c0-3 3-5 7-5s7 2 7 5v4"/>'),
}  # fmt: skip
"""Key → what it shows, and how it is drawn. An option of a choice that has the key of one, has it."""
