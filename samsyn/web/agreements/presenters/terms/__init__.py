"""Terms in plain words: which label a key has, which words a value has, what a small table says."""

from samsyn.web.agreements.presenters.terms.facts import Fact, facts_of, reference
from samsyn.web.agreements.presenters.terms.wording import family_title, in_title, label, title

__all__ = ["Fact", "facts_of", "family_title", "in_title", "label", "reference", "title"]
