"""Under /as/<organisation>/: over all partnerships, and the obligations of one."""

from django.urls import path

from samsyn.web.obligations.views import calendar_address as address
from samsyn.web.obligations.views import evidence, objection
from samsyn.web.obligations.views.case_number import case_number
from samsyn.web.obligations.views.listing import listing, sides
from samsyn.web.obligations.views.month import month
from samsyn.web.obligations.views.one import one
from samsyn.web.obligations.views.partnerships import partnerships

_OF_ONE = "partnerships/<slug:slug>/obligations"

app_name = "obligations"
urlpatterns = [
    path("calendar/", address.calendar_address, name="calendar"),
    path("calendar/open/", address.open_address, name="open_address"),
    path("calendar/renew/", address.renew_address, name="renew_address"),
    path("calendar/title/", address.title_address, name="title_address"),
    path("calendar/revoke/", address.revoke_address, name="revoke_address"),
    path("partnerships/", partnerships, name="partnerships"),
    path("partnerships/<slug:slug>/case-number/", case_number, name="case_number"),
    path(f"{_OF_ONE}/", listing, name="listing"),
    path(f"{_OF_ONE}/sides/", sides, name="sides"),
    path(f"{_OF_ONE}/calendar/", month, name="month"),
    path(f"{_OF_ONE}/<uuid:obligation>/", one, name="one"),
    path(f"{_OF_ONE}/<uuid:obligation>/evidence/", evidence.give, name="give"),
    path(f"{_OF_ONE}/<uuid:obligation>/evidence/<uuid:evidence>/take-back/", evidence.take_back, name="take_back"),
    path(f"{_OF_ONE}/<uuid:obligation>/object/", objection.object_to, name="object"),
    path(f"{_OF_ONE}/<uuid:obligation>/objections/<uuid:objection>/settle/", objection.settle, name="settle"),
]
