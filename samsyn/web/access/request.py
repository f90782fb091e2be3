"""The request as a view meets it."""

from django.http import Http404, HttpRequest
from django_htmx.middleware import HtmxDetails

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission


class ViewerRequest(HttpRequest):
    """A request that has passed the doorman."""

    viewer: Viewer
    htmx: HtmxDetails


def require(viewer: Viewer, permission: Permission) -> None:
    """Raise 404 unless one of the viewer's roles allows it: what you may not do or see does not exist."""
    if not viewer.may(permission):
        raise Http404
