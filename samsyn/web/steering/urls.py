"""Under /as/<organisation>/partnerships/<slug>/steering/: how things stand, on one screen and for the board."""

from django.urls import path

from samsyn.web.steering.views import board, screen

app_name = "steering"
urlpatterns = [
    path("", screen.screen, name="screen"),
    path("board/", board.board, name="board"),
]
