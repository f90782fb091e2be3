"""What a paper is used for. The capabilities downstream say so themselves: each registers one function.

uses.register(evidence_by)     # in the capability's AppConfig.ready
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document


@dataclass(frozen=True, slots=True)
class Use:
    """A sentence, where it leads, and the clause that it comes from if there is one."""

    says: str
    url: str
    clause: str = ""


Found = Callable[[Viewer, Document], Iterable[Use]]
_KNOWN: list[Found] = []


def register(found: Found) -> None:
    if found not in _KNOWN:
        _KNOWN.append(found)


def uses_of(viewer: Viewer, document: Document) -> list[Use]:
    """As the viewer may see them, in the order in which they were registered."""
    return [use for found in _KNOWN for use in found(viewer, document)]
