"""Under /as/<organisation>/partnerships/<slug>/surveys/."""

from samsyn.web.surveys import results_urls

app_name = "surveys"
urlpatterns = [*results_urls.urlpatterns]
