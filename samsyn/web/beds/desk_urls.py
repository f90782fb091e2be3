"""Of the intake desk, under /as/<organisation>/partnerships/<slug>/. Part of `urls.py`."""

from django.urls import path

from samsyn.web.beds.views import code, desk, guests, line, placing, slip

_GUEST = "intake/guests/<uuid:guest>"

urlpatterns = [
    path("beds/", desk.landing, name="landing"),
    path("code/", code.code, name="code"),
    path("intake/", desk.desk, name="desk"),
    path("intake/point/", desk.choose_point, name="point"),
    path("intake/find/", desk.look_up, name="find"),
    path("intake/minor/", desk.minor, name="minor"),
    path("intake/line/", line.line, name="line"),
    path("intake/line/draw/", line.draw, name="draw"),
    path("intake/line/<uuid:waiting>/priority/", line.put_first, name="put_first"),
    path("intake/line/<uuid:waiting>/leave/", line.leave, name="leave_line"),
    path("intake/guests/new/", placing.new, name="new_guest"),
    path(f"{_GUEST}/", guests.guest, name="guest"),
    path(f"{_GUEST}/change/", guests.change, name="change_guest"),
    path(f"{_GUEST}/place/", placing.place, name="place"),
    path(f"{_GUEST}/give/", placing.give_place, name="give"),
    path(f"{_GUEST}/override/", placing.set_aside, name="override"),
    path(f"{_GUEST}/refuse/", placing.refuse_place, name="refuse"),
    path(f"{_GUEST}/wait/", placing.wait, name="wait"),
    path(f"{_GUEST}/slip/<uuid:entitlement>/", slip.slip, name="slip"),
    path(f"{_GUEST}/cards/make/", guests.make_card, name="make_card"),
    path(f"{_GUEST}/cards/<uuid:card>/", slip.card, name="card"),
    path(f"{_GUEST}/cards/<uuid:card>/revoke/", guests.revoke, name="revoke_card"),
    path(f"{_GUEST}/merge/", guests.merge_with, name="merge"),
    path(f"{_GUEST}/merges/<uuid:merge>/part/", guests.part, name="part"),
]
