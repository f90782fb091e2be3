"""The public door: whoever has a round's code may answer. From there on the walls of who asks hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.http import Http404

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job, within
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Role
from samsyn.web.surveys.models import Round

_CODE = re.compile(r"[a-z0-9]{8,20}")


@contextmanager
def as_asked(code: str, today: date) -> Iterator[Round]:
    """Everything about the round is fetched inside. Http404 for a code that no round has; it may be over."""
    found = _round_with(code)
    viewer = Viewer(
        organisation_id=found.organisation_id,
        roles=frozenset({Role.STAFF}),
        partnerships=frozenset({found.partnership_id}),
        day=today,
        job=Job.SURVEY,
    )
    with within(viewer.scope()):
        yield Round.objects.select_related("version").get(pk=found.pk)


def _round_with(code: str) -> Round:
    if not _CODE.fullmatch(code):
        raise Http404
    with acting_as_job(Job.SURVEY):
        found = Round.objects.filter(code=code).first()
    if found is None:
        raise Http404
    return found
