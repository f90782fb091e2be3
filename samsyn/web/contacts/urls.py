"""Under /as/<organisation>/partnerships/<slug>/contacts/."""

from django.urls import path

from samsyn.web.contacts.views import keeping
from samsyn.web.contacts.views.page import contacts

app_name = "contacts"
urlpatterns = [
    path("", contacts, name="contacts"),
    path("add/", keeping.add, name="add"),
    path("confirm/", keeping.confirm, name="confirm"),
    path("<uuid:contact>/change/", keeping.change, name="change"),
    path("<uuid:contact>/end/", keeping.end, name="end"),
]
