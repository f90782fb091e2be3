"""How things stand: pages over what others keep."""

from __future__ import annotations

from samsyn.web.organisations.roles import Permission
from tests.boundaries.door import Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/steering"

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/board/": InPartnership(Permission.READ_PARTNERSHIP),
}
