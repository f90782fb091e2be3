"""Samsyn: a partnership that runs from its agreement file."""
