"""Under /as/<organisation>/partnerships/<slug>/."""

from django.urls import path

from samsyn.web.agreements.views.agreement import agreement
from samsyn.web.agreements.views.assumptions import assumptions
from samsyn.web.agreements.views.clause import clause
from samsyn.web.agreements.views.home import home

app_name = "agreements"
urlpatterns = [
    path("", home, name="home"),
    path("agreement/", agreement, name="agreement"),
    path("agreement/clauses/<slug:clause>/", clause, name="clause"),
    path("agreement/assumptions/", assumptions, name="assumptions"),
]
