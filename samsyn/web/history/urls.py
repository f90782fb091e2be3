"""Under /as/<organisation>/history/."""

from django.urls import path

from samsyn.web.history.views.organisation import history

urlpatterns = [path("", history, name="history")]
