"""Bells that the schedule rings at night."""

from collections.abc import Callable

Job = Callable[[], None]


def purge_what_is_too_old() -> None:
    """Erase what is older than its retention allows."""


def forget_ended_sessions() -> None:
    """Remove sessions and cached counts that have expired."""
