"""A frozen report is made again from what was frozen: the same bytes, by the same versions of what drew it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from samsyn.web.reports.content import document_in
from samsyn.web.reports.models import Submission
from samsyn.web.reports.paper import drawn, file_of


@dataclass(frozen=True, slots=True)
class Remade:
    """`same`: byte for byte what was submitted. `changed`: what drew it has another version now, then and now."""

    data: bytes
    same: bool
    changed: Mapping[str, tuple[str, str]]


def remade(submission: Submission) -> Remade:
    """Nothing is read but the frozen content. Where `changed` is empty, `same` is true."""
    data = file_of(document_in(submission.content), submission.submitted_on)
    now = {each.name: each.version for each in drawn()}
    then: Mapping[str, str] = submission.drawn_by
    changed = {
        name: (then.get(name, ""), now.get(name, ""))
        for name in sorted({*then, *now})
        if then.get(name) != now.get(name)
    }
    return Remade(data, hashlib.sha256(data).hexdigest() == submission.file_sha256, changed)
