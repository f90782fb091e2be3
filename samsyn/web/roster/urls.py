"""Under /as/<organisation>/partnerships/<slug>/roster/: who works, and what each has shown and signed."""

from django.urls import path

from samsyn.web.roster.views import noting, people, texts

app_name = "roster"
urlpatterns = [
    path("", people.listing, name="listing"),
    path("new/", people.take_on, name="take_on"),
    path("posts/", people.posts, name="posts"),
    path("texts/", texts.listing, name="texts"),
    path("texts/<uuid:undertaking_text>/", texts.one, name="text"),
    path("texts/<slug:requirement>/new/", texts.write, name="write_text"),
    path("<uuid:worker>/", people.one, name="one"),
    path("<uuid:worker>/change/", people.change, name="change"),
    path("<uuid:worker>/end/", people.end, name="end"),
    path("<uuid:worker>/note/<slug:requirement>/", noting.note, name="note"),
    path("<uuid:worker>/noted/<uuid:fulfilled>/take-back/", noting.take_back, name="take_back"),
    path("<uuid:worker>/ask/<slug:requirement>/", noting.ask, name="ask"),
    path("<uuid:worker>/causes/<uuid:cause>/drop/", noting.drop, name="drop"),
]
