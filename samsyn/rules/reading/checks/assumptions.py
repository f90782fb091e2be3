"""An assumption must have a real alternative: one that can be read and that changes the term."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.patch import patched


def alternatives_are_possible(agreement: Agreement) -> Iterator[Finding]:
    seen: set[str] = set()
    counts: dict[str, int] = {}
    for family, term, assumption in agreement.assumptions():
        number = counts.get(term.id, 0)
        counts[term.id] = number + 1
        path = (
            (family, term.id, "assumption", number)
            if family not in ("source", "period")
            else (family, "assumption", number)
        )
        if assumption.id in seen:
            yield Finding((*path, "id"), f"there are two assumptions «{assumption.id}»", "Give one of them another id")
        seen.add(assumption.id)
        for which, alternative in enumerate(assumption.alternatives):
            here = (*path, "alternatives", which)
            try:
                other = patched(term, alternative.set)
            except ValidationError as trouble:
                first = trouble.errors()[0]
                what = (
                    f"the alternative «{alternative.id}» cannot be: {'.'.join(map(str, first['loc']))}: {first['msg']}"
                )
                yield Finding(here, what, "Correct its set = { … }: only keys of the term itself")
                continue
            if alternative.set and other == term:
                what = f"the alternative «{alternative.id}» sets what already holds"
                yield Finding(here, what, "Write the value that the other reading would give")
