"""Under /as/<organisation>/: the money of one partnership, and of all of them."""

from django.urls import path

from samsyn.web.economy.views.organisation import every_partnership
from samsyn.web.economy.views.page import overview

app_name = "economy"
urlpatterns = [
    path("economy/", every_partnership, name="every"),
    path("partnerships/<slug:slug>/economy/", overview, name="home"),
]
