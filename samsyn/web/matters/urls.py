"""Under /as/<organisation>/partnerships/<slug>/matters/."""

from django.urls import URLPattern

app_name = "matters"
urlpatterns: list[URLPattern] = []
