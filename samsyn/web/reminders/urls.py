"""Under /as/<organisation>/letters/."""

from django.urls import path

from samsyn.web.reminders.views.letters import choose, invitation, letter, letters
from samsyn.web.reminders.views.steps import steps

app_name = "reminders"
urlpatterns = [
    path("", letters, name="letters"),
    path("choose/", choose, name="choose"),
    path("steps/", steps, name="steps"),
    path("<uuid:letter>/", letter, name="letter"),
    path("<uuid:letter>/invitation.ics", invitation, name="invitation"),
]
