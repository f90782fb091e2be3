"""Ids are made here, in Python, because PostgreSQL before 18 cannot make a UUIDv7."""

import os
import time
import uuid

_RANDOM_BITS = 74
_RANDOM_B_BITS = 62


def new_id() -> uuid.UUID:
    """A UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then chance. Sorts by time of making."""
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10), "big") & ((1 << _RANDOM_BITS) - 1)
    high, low = chance >> _RANDOM_B_BITS, chance & ((1 << _RANDOM_B_BITS) - 1)
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def new_timeless_id() -> uuid.UUID:
    """A random UUIDv4, for rows whose id must not tell when they were made (a contact with a shelter)."""
    return uuid.uuid4()
