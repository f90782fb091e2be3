"""Under /as/<organisation>/partnerships/<slug>/incidents/: what has happened in a party's work."""

from django.urls import path

from samsyn.web.incidents.views import following, listing, one, reporting, telling

app_name = "incidents"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("report/", reporting.report, name="report"),
    path("report/concern/", reporting.report_concern, name="report_concern"),
    path("<uuid:incident>/", one.one, name="one"),
    path("<uuid:incident>/amend/", reporting.amend, name="amend"),
    path("<uuid:incident>/tell/", telling.tell, name="tell"),
    path("<uuid:incident>/told/<uuid:told>/take-back/", telling.take_back_told, name="take_back_told"),
    path("<uuid:incident>/follow-up/", following.follow_up, name="follow_up"),
    path("<uuid:incident>/close/", following.close, name="close"),
    path("<uuid:incident>/take-back/", following.take_back, name="take_back"),
]
