"""What the agreement is and where the text comes from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Strict

from samsyn.rules.terms.base import Clause, Day, Flag, Id, Number, Term, Text, term


@term
class Heading:
    """[agreement]: name and purpose, as the first page shows them."""

    id: Id
    """Unique among all agreements; also the name of the folder."""
    name: Text
    """What people call the partnership."""
    title: Text
    """The title of the signed document."""
    purpose: Text
    """Two sentences, in our own words."""
    purpose_clause: Clause
    language: Annotated[str, Strict()] = "sv"
    case_number: Text | None = None
    """diarienummer of the public party, if the text gives it."""
    fictitious: Flag = False
    """Only for invented agreements; every page then says so."""


@term
class Source(Term):
    """[source]: is the text a proposal, a draft or signed; which annexes are missing."""

    status: Literal["proposal", "draft", "signed"]
    """proposal: before a board; draft: has open places; signed: all parties have signed."""
    dated: Day | None = None
    """The date of the document, if it has one."""
    originals: Number | None = None
    """likalydande exemplar: how many originals were drawn up."""
    missing: tuple[Text, ...] = ()
    """Annexes or main documents that the text mentions and we do not have."""
    unclear: tuple[Text, ...] = ()
    """What in the copy shows that it is not final: brackets, empty signature lines, stamps."""
