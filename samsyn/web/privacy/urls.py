from django.urls import path

from samsyn.web.privacy import views

urlpatterns = [path("", views.privacy, name="privacy")]
