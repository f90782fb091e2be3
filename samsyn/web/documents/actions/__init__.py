"""What can happen to papers, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.documents.actions.add import add_document
from samsyn.web.documents.actions.discard import discard
from samsyn.web.documents.actions.hand_over import hand_over
from samsyn.web.documents.actions.open import open_document

__all__ = ["add_document", "discard", "hand_over", "open_document"]
