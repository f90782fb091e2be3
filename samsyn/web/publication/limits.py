"""How often one address may ask for what everyone may read."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

MOST = 120
"""Questions a minute."""
_MINUTE = 60


def may_ask(request: HttpRequest, now: datetime) -> bool:
    """Counts this question. The address is kept for two minutes, as a sum of it and the minute."""
    minute = int(now.timestamp()) // _MINUTE
    asker = f"{get_adapter().get_client_ip(request)} {minute}"
    key = f"open/{sha256(asker.encode()).hexdigest()}"
    cache.add(key, 0, 2 * _MINUTE)
    try:
        return cache.incr(key) <= MOST
    except ValueError:  # thrown away since by a flood of others: then it is counted anew
        return True
