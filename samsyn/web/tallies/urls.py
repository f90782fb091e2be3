"""Under /as/<organisation>/partnerships/<slug>/tallies/: what is counted, for the party that counts."""

from django.urls import path

from samsyn.web.tallies.views import buttons, counted, days, devices

app_name = "tallies"
urlpatterns = [
    path("", counted.home, name="home"),
    path("<slug:pad>/", counted.counted, name="counted"),
    path("<slug:pad>/paper/", counted.paper, name="paper"),
    path("<slug:pad>/correct/", counted.correct, name="correct"),
    path("<slug:pad>/waiting/", days.waiting, name="waiting"),
    path("<slug:pad>/waiting/<slug:day>/decide/", days.decide, name="decide"),
    path("<slug:pad>/days/", days.days, name="days"),
    path("<slug:pad>/days/mark/", days.mark, name="mark"),
    path("<slug:pad>/days/marked/<uuid:marked>/unmark/", days.unmark, name="unmark"),
    path("<slug:pad>/days/shut/", days.shut, name="shut"),
    path("<slug:pad>/days/closures/<uuid:closure>/unshut/", days.unshut, name="unshut"),
    path("<slug:pad>/periods/", days.periods, name="periods"),
    path("<slug:pad>/periods/close/", days.close, name="close"),
    path("<slug:pad>/periods/<uuid:period>/reopen/", days.reopen, name="reopen"),
    path("<slug:pad>/buttons/", buttons.buttons, name="buttons"),
    path("<slug:pad>/buttons/add/", buttons.add, name="add_button"),
    path("<slug:pad>/buttons/<uuid:button>/end/", buttons.end, name="end_button"),
    path("<slug:pad>/devices/", devices.devices, name="devices"),
    path("<slug:pad>/devices/make/", devices.make, name="make_device"),
    path("<slug:pad>/devices/<uuid:device>/link/", devices.link, name="link"),
    path("<slug:pad>/devices/<uuid:device>/revoke/", devices.revoke, name="revoke"),
]
