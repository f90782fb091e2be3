"""Under /as/<organisation>/partnerships/<slug>/insight/: what is asked by a clause, and what is answered."""

from django.urls import path

from samsyn.web.insight.views import answering, asking, reading

app_name = "insight"
urlpatterns = [
    path("", reading.listing, name="listing"),
    path("ask/<uuid:insight_duty>/", asking.ask, name="ask"),
    path("<uuid:inquiry>/", reading.one, name="one"),
    path("<uuid:inquiry>/answer/", answering.answer, name="answer"),
    path("<uuid:inquiry>/staff/", answering.staff, name="staff"),
    path("<uuid:inquiry>/staff/hand-over/", answering.hand_over_staff, name="hand_over_staff"),
    path("<uuid:own_inquiry>/withdraw/", asking.withdraw, name="withdraw"),
]
