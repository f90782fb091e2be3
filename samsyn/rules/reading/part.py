"""What can be said of a file in which some terms cannot be read: everything about the others, in the same round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from samsyn.rules.reading.checks import ON_EACH_TERM, Finding
from samsyn.rules.reading.keys import adapter
from samsyn.rules.terms import FAMILIES, SINGLE, Agreement


def findings_of_the_rest(values: Mapping[str, Any], trouble: ValidationError) -> Iterator[Finding]:
    """Contradictions among the terms that could be read. What names one that could not waits for the next round."""
    broken = {error["loc"][:2] for error in trouble.errors(include_url=False, include_context=False)}
    if any(place[0] in SINGLE for place in broken):
        return
    rest = {
        family: {key: term for key, term in content.items() if (family, key) not in broken}
        if family not in SINGLE
        else content
        for family, content in values.items()
        if family in (*FAMILIES, *SINGLE) and isinstance(content, dict)
    }
    try:
        agreement: Agreement = adapter(Agreement).validate_python(rest)
    except ValidationError:
        return
    unread = {str(place[1]) for place in broken if len(place) > 1}
    for check in ON_EACH_TERM:
        for finding in check(agreement):
            if not any(f"«{term_id}»" in finding.what for term_id in unread):
                yield finding
