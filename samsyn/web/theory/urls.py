"""Under /as/<organisation>/partnerships/<slug>/theory/."""

from django.urls import path

from samsyn.web.theory.views import outside, page

app_name = "theory"
urlpatterns = [
    path("", page.theory, name="theory"),
    path("picture/", page.picture, name="picture"),
    path("outside/add/", outside.add, name="add"),
    path("outside/<uuid:outside>/withdraw/", outside.withdraw, name="withdraw"),
]
