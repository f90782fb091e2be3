"""What can be done with a party's books. Every act writes its own history."""

from samsyn.web.books.actions.files import discard, preview, store
from samsyn.web.books.actions.mapping import Said, add_mapping, end_mapping
from samsyn.web.books.actions.release import release, release_texts

__all__ = ["Said", "add_mapping", "discard", "end_mapping", "preview", "release", "release_texts", "store"]
