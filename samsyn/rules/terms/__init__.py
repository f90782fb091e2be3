"""What can be agreed: frozen dataclasses, a file per family. The JSON Schema is made from them."""

from samsyn.rules.terms.agreement import FAMILIES, SINGLE, Agreement
from samsyn.rules.terms.base import Alternative, Assumption, Term
from samsyn.rules.terms.changes import ChangeFile, Happening

__all__ = ["FAMILIES", "SINGLE", "Agreement", "Alternative", "Assumption", "ChangeFile", "Happening", "Term"]
