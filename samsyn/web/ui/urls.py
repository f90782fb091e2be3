from django.urls import path
from django.views.i18n import set_language

from samsyn.web.ui import views

app_name = "ui"
urlpatterns = [
    path("ui/", views.gallery, name="gallery"),
    path("ui/progress/", views.progress, name="progress"),
    path("ui/appearance/", views.appearance, name="appearance"),
    path("ui/language/", set_language, name="language"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
