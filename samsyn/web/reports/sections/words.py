"""What people wrote, and the words that say how something stands."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext

from samsyn.exchange.reports import Block, Sentence, Words
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.followup import Section
from samsyn.web.indicators.presenters import words
from samsyn.web.reports.sections.material import Material


def text(section: Section, material: Material) -> list[Block]:
    """Nobody's words are left out, and nobody is said to have written who has not."""
    if section.by == "compiler":
        said = lines_of(material.compiler.get(section.id, ""))
        return [Words(said)] if said else [Sentence(gettext("Inget är skrivet här."))]
    found: list[Block] = []
    for voice in material.voices:
        said = lines_of(voice.words.get(section.id, ""))
        if said:
            found.append(Words(said, by=voice.name if material.several else ""))
        elif material.several:
            found.append(Words((gettext("Inget är skrivet här."),), by=voice.name))
    return found or [Sentence(gettext("Inget är skrivet här."))]


def lines_of(text: str) -> tuple[str, ...]:
    """An empty line parts two paragraphs."""
    return tuple(line.strip() for line in text.strip().splitlines())


def level_words(level: str) -> str:
    return {
        "output": gettext("Prestation"),
        "outcome": gettext("Utfall"),
        "effect": gettext("Effekt"),
    }.get(level, level)


def key_words(by: str, key: str, terms: Agreement, names: Mapping[str, str]) -> str:
    """What a line of a split is called, as on the figure's own page. `names`: party → name."""
    return names.get(key, key) if by == "organisation" else words.key_words(by, key, terms)  # type: ignore[arg-type]
