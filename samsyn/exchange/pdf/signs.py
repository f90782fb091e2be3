"""Signs that the document's type cannot show are replaced: PDF/A refuses the whole document for one of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

INSTEAD = "\N{REPLACEMENT CHARACTER}"
_LATIN = 0x180
"""Below it everything that can be seen is in the type: Basic Latin, Latin-1, Latin Extended-A."""
_TRY = Path(__file__).parent / "templates" / "sign.typ"


def shown(value: Any, fonts: Path) -> Any:
    """The same value with every sign that cannot be shown replaced, in whatever lists and dicts it stands."""
    if isinstance(value, dict):
        return {key: shown(inside, fonts) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [shown(inside, fonts) for inside in value]
    if isinstance(value, str) and not value.isascii():
        return "".join(sign if can_be_shown(sign, fonts) else INSTEAD for sign in value)
    return value


def can_be_shown(sign: str, fonts: Path) -> bool:
    return ord(sign) < _LATIN or _was_shown(sign, fonts)


@lru_cache(maxsize=4096)
def _was_shown(sign: str, fonts: Path) -> bool:
    """Typst itself is asked, once for each sign: it also has type of its own to fall back on."""
    try:
        typst.compile(
            str(_TRY),
            root=str(_TRY.parent),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            sys_inputs={"sign": f"a{sign}b"},
        )
    except typst.TypstError:
        return False
    return True
