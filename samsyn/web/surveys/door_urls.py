"""Under /answer/<code>/. Nothing about these addresses is written in any log."""

from django.urls import path

from samsyn.web.surveys.views import door

app_name = "answer"
urlpatterns = [
    path("", door.start, name="start"),
    path("questions/", door.questions, name="questions"),
    path("thanks/", door.thanks, name="thanks"),
]
