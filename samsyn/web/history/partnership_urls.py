"""Under /as/<organisation>/partnerships/<slug>/history/."""

from django.urls import path

from samsyn.web.history.views.partnership import partnership_history

urlpatterns = [path("", partnership_history, name="partnership_history")]
