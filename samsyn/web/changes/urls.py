"""Under /as/<organisation>/partnerships/<slug>/changes/."""

from django.urls import URLPattern

app_name = "changes"
urlpatterns: list[URLPattern] = []
