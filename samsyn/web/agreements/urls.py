"""Under /as/<organisation>/partnerships/<slug>/."""

from django.urls import path

from samsyn.web.agreements.views.home import home

app_name = "agreements"
urlpatterns = [
    path("", home, name="home"),
]
