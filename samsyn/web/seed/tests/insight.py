"""What the stories of insight must have come to on the demo day, by their own tables."""

from __future__ import annotations

from uuid import UUID

from samsyn.web.documents.models import Document
from samsyn.web.insight.models import Answer, Handed, Request, StaffList
from samsyn.web.roster.models import Worker
from samsyn.web.seed import DEMO_DAY

INSIGHT = (Request, Answer, Handed, StaffList)
"""Every table of insight that says whose partnership it is of, and that a story writes in."""


def what_was_asked_to_see() -> None:
    """One is answered whole with a paper and a staff list, one partly with a reason, and one waits."""
    (partnership,) = set(Request.objects.values_list("partnership", flat=True))
    rows = Request.objects.filter(partnership=partnership).order_by("number").prefetch_related("answers")
    assert [[each.outcome for each in row.answers.all()] for row in rows] == [["more", "all"], ["part"], []]
    assert rows[2].on <= DEMO_DAY
    assert not Document.objects.filter(pk__in=Handed.objects.values("document"), number=None).exists()
    _the_staff_list_names_one_and_tells_of_no_extract(partnership)


def _the_staff_list_names_one_and_tells_of_no_extract(partnership: UUID) -> None:
    (listed,) = StaffList.objects.filter(partnership=partnership)
    there = Worker.objects.filter(partnership=partnership, days__contains=listed.as_of)
    assert len(listed.content["people"]) == there.count()
    assert [each["name"] for each in listed.content["people"] if each["name"]] == ["Gunilla"]
