"""A file on its way in: what it is, what it will be called, and in plain words why it is not taken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.exchange.papers import NotTaken, Problem, clean_name, ending_of, kind_of, recognised
from samsyn.web.documents.uploads import largest

_WHAT: dict[str, Promise] = {
    "program": _("ett program"),
    "script": _("ett skript"),
    "page": _("en webbsida eller en ritad bild med kod i"),
    "archive": _("ett arkiv med andra filer"),
    "office": _("ett dokument i äldre format eller låst med lösenord"),
    "image": _("en bild i ett format som Samsyn inte tar emot"),
    "film": _("ljud eller film"),
    "unknown": _("i ett format som Samsyn inte känner igen"),
}
_IS: dict[str, Promise] = {
    "PDF": _("en PDF"),
    "PNG": _("en PNG-bild"),
    "JPEG": _("en JPEG-bild"),
    "TXT": _("vanlig text"),
    "CSV": _("vanlig text"),
    "EML": _("ett e-postmeddelande"),
    "DOCX": _("ett Word-dokument"),
    "XLSX": _("ett Excel-ark"),
    "PPTX": _("en PowerPoint"),
    "ODT": _("ett OpenDocument-dokument"),
    "ODS": _("ett OpenDocument-ark"),
}
ENDINGS = _("pdf, png, jpg, txt, csv, docx, xlsx, pptx, odt, ods och eml")


@dataclass(frozen=True, slots=True)
class Paper:
    """`name` is fit to be saved anywhere and has an ending; `sha256` in hex."""

    name: str
    data: bytes
    media_type: str
    sha256: str


def taken_in(file_name: str, data: bytes) -> Paper:
    """Raises ValidationError: what the file is, what is taken, and what to do."""
    name = clean_name(file_name, without=gettext("handling"))
    if len(data) > largest():
        raise ValidationError(too_large(name), "too_large")
    try:
        media_type = recognised(name, data)
    except NotTaken as refused:
        raise ValidationError(_refusal(name, refused), str(refused.problem)) from refused
    ending = "" if ending_of(name) else kind_of(media_type).endings[0]
    return Paper(f"{name}{ending}", data, media_type, hashlib.sha256(data).hexdigest())


def too_large(name: str) -> str:
    said = gettext(
        "«%(name)s» är större än %(most)s MB, som är det mesta som Samsyn tar emot. Spara den mindre, till exempel som "
        "PDF för skärm, eller dela upp den. Resten av formuläret står kvar."
    )
    return said % {"name": clean_name(name), "most": largest() // 1_000_000}


def _refusal(name: str, refused: NotTaken) -> str:
    said: dict[Problem, str] = {
        Problem.EMPTY: gettext("«%(name)s» är tom: den har inget innehåll. Välj filen igen, eller spara om den först."),
        Problem.NOT_TAKEN: gettext(
            "«%(name)s» är %(what)s. Samsyn tar emot %(endings)s. Spara innehållet som PDF och lägg in den i stället."
        ),
        Problem.MACROS: gettext(
            "«%(name)s» innehåller makron, alltså program. Spara den utan makron (docx, xlsx eller odt) eller som PDF, "
            "och lägg in den i stället."
        ),
        Problem.LOCKED: gettext(
            "«%(name)s» är låst med lösenord, så de andra kan inte läsa den. Ta bort lösenordet och välj filen igen."
        ),
        Problem.BROKEN: gettext(
            "«%(name)s» är skadad och går inte att läsa. Öppna den i programmet där den gjordes, spara om den och välj "
            "den igen."
        ),
        Problem.ENDING: gettext(
            "«%(name)s» slutar på %(ending)s, men innehållet är %(is)s. Välj rätt fil, eller byt namn så att ändelsen "
            "stämmer. Samsyn tar emot %(endings)s."
        ),
    }
    found = {"what": _WHAT.get(refused.found, ""), "is": _is(refused)}
    return said[refused.problem] % {"name": name, "endings": ENDINGS, "ending": ending_of(name), **found}


def _is(refused: NotTaken) -> Promise | str:
    return _IS[kind_of(refused.found).short] if refused.problem == Problem.ENDING else ""
