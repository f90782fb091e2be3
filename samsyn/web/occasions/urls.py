"""Under /as/<organisation>/partnerships/<slug>/occasions/."""

app_name = "occasions"
urlpatterns: list = []
