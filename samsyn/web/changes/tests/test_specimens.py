"""Changes on paper from loaded data, for validators."""

from __future__ import annotations

from pathlib import Path

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.specimens import change_specimens
from samsyn.web.changes.tests.laying import SIGNED, SIX_MONTHS, drafted, lay, proposed, step
from samsyn.web.organisations.roles import Role

pytestmark = pytest.mark.django_db


def test_each_party_has_a_copy_before_and_after_signing_and_drafts_have_none(cast: Cast, tmp_path: Path) -> None:
    partnership = lay(cast, SIGNED)
    with cast.as_(cast.municipality, Role.HEAD) as head:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=head)
        step(change, Step.Kind.SIGNATURE, by=head, names="Ada Ek")
        drafted(partnership, "notice", {"clause": "3", "says": "Vi säger upp."}, by=head)
    with cast.as_(cast.association, Role.HEAD) as other:
        step(Change.objects.get(pk=change.pk), Step.Kind.SIGNATURE, by=other, names="Cleo Asp")
    names = {path.name for path in change_specimens(tmp_path)}
    stem = f"change-{partnership.slug}-{change.key}"
    assert names == {f"{stem}{done}-{party}.pdf" for done in ("", "-done") for party in ("kommunen", "foreningen")}
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in names)
