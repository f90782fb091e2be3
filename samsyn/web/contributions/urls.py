"""Under /as/<organisation>/partnerships/<slug>/contributions/: what each party puts in besides money."""

from django.urls import path

from samsyn.web.contributions.views import hours, lines, page

app_name = "contributions"
urlpatterns = [
    path("", page.side_by_side, name="home"),
    path("add/", lines.add, name="add"),
    path("hours/", hours.hours, name="hours"),
    path("put-forward/<int:year>/", page.put_forward, name="put_forward"),
    path("<uuid:contribution>/change/", lines.change, name="change"),
    path("<uuid:contribution>/remove/", lines.remove, name="remove"),
    path("<uuid:contribution>/take-back/", lines.take_back, name="take_back"),
]
