"""Under /as/<organisation>/: meetings over all partnerships, and those of one."""

from django.urls import URLPattern

app_name = "meetings"
urlpatterns: list[URLPattern] = []
