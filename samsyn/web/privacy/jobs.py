"""Bells that the schedule rings at night."""

import logging

from django.conf import settings
from django.db import connection

from samsyn.web.privacy import actions
from samsyn.web.project import clock

log = logging.getLogger(__name__)


def purge_what_is_too_old() -> None:
    """Without the retention role nothing can be erased; that is said every night until someone sees to it."""
    if actions.ALIAS not in settings.DATABASES:
        log.error("Nothing was purged: set DATABASE_RETENTION_URL to the role samsyn_retention.")
        return
    erased = actions.purge(clock.now())
    log.info("Purged %s", dict(erased.total()) or "nothing")


def forget_old_attempts() -> None:
    """Counts of sign-in attempts whose time has passed: who tried is a hash, from where a network address."""
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < now()")
