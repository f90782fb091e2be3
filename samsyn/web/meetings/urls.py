"""Under /as/<organisation>/: meetings over all partnerships, and those of one."""

from django.urls import path

from samsyn.web.meetings.views import action_points, agenda, approving, changing, minutes
from samsyn.web.meetings.views.call import call
from samsyn.web.meetings.views.everywhere import everywhere
from samsyn.web.meetings.views.invitation import invitation
from samsyn.web.meetings.views.listing import listing
from samsyn.web.meetings.views.one import one

_OF_ONE = "partnerships/<slug:slug>/meetings"
_MEETING = f"{_OF_ONE}/<uuid:meeting>"

app_name = "meetings"
urlpatterns = [
    path("meetings/", everywhere, name="everywhere"),
    path(f"{_OF_ONE}/", listing, name="listing"),
    path(f"{_OF_ONE}/call/<slug:body>/", call, name="call"),
    path(f"{_OF_ONE}/actions/", action_points.listing, name="actions"),
    path(f"{_OF_ONE}/actions/<uuid:action>/finish/", action_points.finish, name="finish_action"),
    path(f"{_OF_ONE}/actions/<uuid:action>/drop/", action_points.drop, name="drop_action"),
    path(f"{_MEETING}/", one, name="one"),
    path(f"{_MEETING}/invitation.ics", invitation, name="invitation"),
    path(f"{_MEETING}/reschedule/", changing.reschedule, name="reschedule"),
    path(f"{_MEETING}/cancel/", changing.cancel, name="cancel"),
    path(f"{_MEETING}/hold/", changing.hold, name="hold"),
    path(f"{_MEETING}/agenda/", agenda.agenda, name="agenda"),
    path(f"{_MEETING}/agenda/add/", agenda.add, name="add_item"),
    path(f"{_MEETING}/agenda/<uuid:item>/edit/", agenda.edit, name="edit_item"),
    path(f"{_MEETING}/agenda/<uuid:item>/move/", agenda.move, name="move_item"),
    path(f"{_MEETING}/agenda/<uuid:item>/remove/", agenda.remove, name="remove_item"),
    path(f"{_MEETING}/minutes/", minutes.write, name="minutes"),
    path(f"{_MEETING}/minutes/guests/add/", minutes.add_guest, name="add_guest"),
    path(f"{_MEETING}/minutes/guests/<uuid:attendance>/remove/", minutes.remove_guest, name="remove_guest"),
    path(f"{_MEETING}/minutes/decisions/<uuid:decision>/remove/", minutes.remove_decision, name="remove_decision"),
    path(f"{_MEETING}/minutes/put-forward/", minutes.put_forward, name="put_forward"),
    path(f"{_MEETING}/minutes/<int:number>/", approving.revision, name="revision"),
    path(f"{_MEETING}/minutes/<int:number>/minutes.pdf", approving.document, name="minutes_pdf"),
    path(f"{_MEETING}/minutes/<int:number>/approve/", approving.approve, name="approve"),
    path(f"{_MEETING}/minutes/<int:number>/send-back/", approving.send_back, name="send_back"),
]
