"""What somebody sent from a page of questions, read. Not one of Django's forms: its fields are the round's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.http import QueryDict

from samsyn.web.surveys.actions import Filled

_FIELD = "q-"


def given_in(sent: QueryDict) -> Mapping[str, Sequence[str]]:
    """Name of a field → what was sent, without what was left empty."""
    found = {name: [each for each in sent.getlist(name) if each.strip()] for name in sent}
    return {name: values for name, values in found.items() if values}


def filled_in(sent: QueryDict, language: str, audience: str, how: str) -> Filled:
    given = given_in(sent)
    answers = {
        UUID(name.removeprefix(_FIELD)): tuple(values)
        for name, values in given.items()
        if name.startswith(_FIELD) and is_id(name.removeprefix(_FIELD))
    }
    return Filled(
        language=language,
        audience=audience,
        how=how,
        sex=next(iter(given.get("sex", ())), ""),
        age_band=next(iter(given.get("age_band", ())), ""),
        answers=answers,
    )


def is_id(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False


def sheet_in(sent: QueryDict) -> UUID | None:
    """The id that the page was made with."""
    text = sent.get("sheet", "")
    return UUID(text) if is_id(text) else None
