"""Small tables of an indicator and a report, each line as one phrase."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django.utils.translation import gettext

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.followup import Section
from samsyn.rules.terms.indicators import Reached, Where
from samsyn.web.agreements.presenters.terms.wording import label, word


def where(item: Where, agreement: Agreement) -> tuple[str, ...]:
    """«insatsen är Frukost eller Lunch»."""
    given = {field.name: getattr(item, field.name) for field in fields(item) if getattr(item, field.name)}
    return tuple(f"{label(Where, key)} {_either(Where, key, value, agreement)}" for key, value in given.items())


def reached(item: Reached, agreement: Agreement) -> tuple[str, ...]:
    """«har tagit stegen Introduktion och Avslutning»; what is simply true is its own sentence."""
    given = {field.name: getattr(item, field.name) for field in fields(item) if getattr(item, field.name)}
    return tuple(
        label(Reached, key)
        if value is True
        else f"{label(Reached, key)} {_either(Reached, key, value, agreement, every=key == 'steps')}"
        for key, value in given.items()
    )


def section(item: Section, agreement: Agreement) -> str:
    """«Nätter efter kön (diagram, kön): Nätter»."""
    split = word(Section, "split", item.split) if item.split else None
    kind = ", ".join(each for each in (word(Section, "kind", item.kind), split) if each)
    rest = item.prompt or ", ".join(_name(each, agreement) for each in item.indicators)
    who = "" if item.by == "part" else f", {word(Section, 'by', item.by)}"
    must = gettext(", måste fyllas i") if item.required else ""
    return f"{item.title} ({kind}{who}{must})" + (f": {rest}" if rest else "")


def _either(kind: type, key: str, value: Any, agreement: Agreement, *, every: bool = False) -> str:
    """One of the things in a list, or each of them."""
    said = [
        word(kind, key, each) or _name(each, agreement) for each in (value if isinstance(value, tuple) else (value,))
    ]
    last = gettext(" och ") if every else gettext(" eller ")
    return last.join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]


def _name(term_id: str, agreement: Agreement) -> str:
    """What has no name is known by its sentence: a step of a placement."""
    found = agreement.find(term_id)
    return getattr(found, "name", "") or (found.says.rstrip(".") if found else term_id)
