"""The overview of the money has no tables of its own."""

from __future__ import annotations

from samsyn.web.organisations.roles import Permission
from tests.boundaries.door import Acting, Door, InPartnership

DOORS: dict[str, Door] = {
    "as/<slug:organisation>/economy/": Acting(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/economy/": InPartnership(Permission.READ_PARTNERSHIP),
}
ASKED = {
    "/as/kommunen/economy/": ["show", "page"],
    "/as/kommunen/partnerships/{slug}/economy/": ["year"],
}
