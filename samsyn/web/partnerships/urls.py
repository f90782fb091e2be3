"""Under /as/<organisation>/partnerships/<slug>/bodies/."""

from django.urls import path

from samsyn.web.partnerships import views

urlpatterns = [
    path("", views.bodies, name="bodies"),
    path("<slug:body>/appoint/", views.appoint, name="appoint"),
    path("seats/<uuid:appointment>/end/", views.end_seat, name="end_seat"),
]
