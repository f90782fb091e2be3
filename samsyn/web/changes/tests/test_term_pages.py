"""Every field of a term's form stands on its page: whatever the keys of the term are called."""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.changes.forms.term import TermForm
from samsyn.web.changes.tests.conftest import party
from samsyn.web.obligations.tests.laying import FOLDERS, lay

pytestmark = pytest.mark.slow


def test_every_field_of_every_term_is_on_its_page(cast: Cast, today: date) -> None:
    missing = []
    for folder in FOLDERS[:2]:
        laid = lay(folder)
        one = party(cast, laid.partnership, laid.a_party())
        for family, term in laid.dossier.agreement.terms():
            answer = one.get(f"start/amendment/terms/{family}/{term.id}/")
            if answer.status_code == 404:
                continue  # the source and the parties themselves are not rewritten in a form
            form = TermForm(family=family, agreement=laid.dossier.agreement, term=term)
            text = answer.content.decode()
            missing += [f"{family}.{term.id}.{name}" for name in form.fields if f'name="{name}"' not in text]
    assert not missing
