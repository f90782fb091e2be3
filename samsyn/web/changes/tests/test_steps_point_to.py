"""A step counts only with papers that every party can read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.viewer import Viewer
from samsyn.web.changes.models import Change
from samsyn.web.changes.tests.laying import SIGNED, SIX_MONTHS, TERMINATION, TODAY, lay, paper, proposed, step
from samsyn.web.documents.models import Document
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

YESTERDAY = TODAY - timedelta(days=1)


def a_termination(partnership: Partnership, viewer: Viewer) -> Change:
    values = {"clause": "3 a", "says": "Vi häver.", "because": "Stängt.", "last": TODAY + timedelta(days=30)}
    return proposed(partnership, "termination", values, by=viewer)


def test_nobody_ends_an_agreement_at_once_with_a_demand_of_yesterday_that_the_others_never_read(cast: Cast) -> None:
    partnership = lay(cast, SIGNED + TERMINATION)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = a_termination(partnership, viewer)
        with pytest.raises(ValidationError, match="ska de andra parterna kunna läsa"):
            step(change, "demand", on=YESTERDAY, by=viewer, says="Öppna huset.", document=None)
        step(change, "demand", on=TODAY, by=viewer, says="Öppna huset.")


def test_a_draft_that_only_its_party_sees_is_no_signed_original(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        draft = paper(partnership, viewer)
        draft = Document.objects.create(
            partnership=partnership, organisation_id=viewer.organisation_id, content_id=draft.content_id,
            file_name="b.txt", title="Utkast", public_title="Utkast", direction="drawn_up", dated=TODAY,
            added_at=draft.added_at,
        )  # fmt: skip
        with pytest.raises(ValidationError, match="Lämna över handlingen"):
            step(change, "signature", by=viewer, document=draft)


def test_a_paper_of_another_partnership_is_no_signed_original(cast: Cast) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        elsewhere = paper(cast.partnership, viewer)
        with pytest.raises(ValidationError, match="i partnerskapet först"):
            step(change, "signature", by=viewer, document=elsewhere)
