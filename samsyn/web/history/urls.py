from django.urls import path

from samsyn.web.history import views

urlpatterns = [path("", views.history, name="history")]
