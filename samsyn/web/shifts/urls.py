"""Under /as/<organisation>/partnerships/<slug>/roster/shifts/: who works when; and each her own, below mine/."""

from django.urls import path

from samsyn.web.shifts.views import calendar, own, plan

app_name = "shifts"
urlpatterns = [
    path("", plan.planned, name="planned"),
    path("at/<uuid:occasion>/", plan.at_occasion, name="at"),
    path("at/<uuid:occasion>/make/", plan.make, name="make"),
    path("<uuid:shift>/put-on/", plan.put_on, name="put_on"),
    path("<uuid:shift>/take-off/", plan.take_off, name="take_off"),
    path("<uuid:shift>/cancel/", plan.cancel, name="cancel"),
    path("<uuid:shift>/report/", plan.report, name="report"),
    path("mine/", own.mine, name="mine"),
    path("mine/calendar/open/", calendar.open_address, name="open_calendar"),
    path("mine/calendar/revoke/", calendar.revoke_address, name="revoke_calendar"),
    path("mine/<uuid:shift>/take/", own.take, name="take"),
    path("mine/<uuid:shift>/offer/", own.offer, name="offer"),
    path("mine/<uuid:shift>/keep/", own.keep, name="keep"),
    path("mine/<uuid:shift>/give-up/", own.give_up, name="give_up"),
    path("mine/<uuid:shift>/report/", own.report, name="report_own"),
]
