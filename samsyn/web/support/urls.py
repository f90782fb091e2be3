"""Under /as/<organisation>/partnerships/<slug>/support/. Nothing about these addresses is written in any log."""

from django.urls import path

from samsyn.web.support.views import counting
from samsyn.web.support.views.figures import figures

app_name = "support"
urlpatterns = [
    path("", counting.home, name="home"),
    path("count/", counting.count, name="count"),
    path("undo/", counting.undo, name="undo"),
    path("figures/", figures, name="figures"),
]
