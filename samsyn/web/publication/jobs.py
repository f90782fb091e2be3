"""The bell that renews what everyone reads."""

from samsyn.web.project import clock
from samsyn.web.publication.actions import renew_all


def renew_public_pages() -> None:
    """What has been let go since stands there; what is closed or over is gone."""
    renew_all(now=clock.now(), today=clock.today())
