"""Under /as/<organisation>/partnerships/<slug>/books/: what it has cost, and the civil party's own books."""

from django.urls import path

from samsyn.web.books.views import files, home, lines, mapping, release

app_name = "books"
urlpatterns = [
    path("", home.budget, name="home"),
    path("lines/<slug:cost_line>/", lines.line, name="line"),
    path("import/", files.add, name="import"),
    path("import/<uuid:imported>/", files.preview, name="preview"),
    path("import/<uuid:imported>/store/", files.store, name="store"),
    path("import/<uuid:imported>/discard/", files.discard, name="discard"),
    path("mapping/", mapping.mapping, name="mapping"),
    path("mapping/<uuid:mapping>/end/", mapping.end, name="end"),
    path("release/", release.release, name="release"),
    path("texts/", release.texts, name="texts"),
]
