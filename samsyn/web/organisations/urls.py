from django.urls import path

from samsyn.web.organisations import views

urlpatterns = [
    path("", views.people, name="people"),
    path("invite/", views.invite, name="people_invite"),
    path("<uuid:person>/give-role/", views.give_role, name="people_give_role"),
    path("roles/<uuid:membership>/end-role/", views.end_role, name="people_end_role"),
]
