from django.urls import path

from samsyn.web.signin import demo

app_name = "demo"
urlpatterns = [
    path("", demo.people, name="people"),
    path("sign-in/<uuid:membership>/", demo.sign_in, name="sign_in"),
]
