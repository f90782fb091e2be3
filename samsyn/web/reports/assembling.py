"""What a part or the whole report says right now, fetched for the one who looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import override

from samsyn.web.access.viewer import Viewer
from samsyn.web.reports.content import Content, part_content, reach_of, voice_of, whole_content
from samsyn.web.reports.figures import let_go, own_figures, together
from samsyn.web.reports.queries import Standing, draft_of
from samsyn.web.reports.sections import Material, Voice
from samsyn.web.reports.told import Told


def own_part(viewer: Viewer, standing: Standing, *, now: datetime, today: date) -> Content:
    """The acting party's part as it would be signed now, in the language of the document."""
    return _part(viewer, standing, own_figures(viewer, standing, now=now), today)


def own_part_let_go(viewer: Viewer, standing: Standing, because: str, *, now: datetime, today: date) -> Content:
    """The same, with its figures let go for good."""
    return _part(viewer, standing, let_go(viewer, standing, because, now=now), today)


def whole(viewer: Viewer, standing: Standing, *, now: datetime, today: date, for_good: bool = False) -> Content:
    """All signed parts put together with what the acting party, if it compiles, has written.

    For a party that reads every part. It holds what all may read that read it when it is submitted, and no more.
    """
    voices = tuple(voice_of(standing, key, part.said.content) for key, part in standing.newest.items())
    words = voices[0].words if not standing.has_own_part else {}
    if standing.compiler and standing.key_of(viewer.organisation_id) == standing.compiler:
        words = draft_of(viewer, standing.report).words
    with override(settings.LANGUAGE_CODE):
        added = together(viewer, standing, now=now, for_good=for_good)
        told = {name: each.within(reach_of(standing)) for name, each in added.items()}
        return whole_content(Material(viewer, standing, today, voices, told, words))


def _part(viewer: Viewer, standing: Standing, figures: Mapping[str, Told], today: date) -> Content:
    key = standing.key_of(viewer.organisation_id)
    draft = draft_of(viewer, standing.report)
    voice = Voice(key, standing.name_of(key), draft.words, figures)
    with override(settings.LANGUAGE_CODE):
        return part_content(Material(viewer, standing, today, (voice,)))
