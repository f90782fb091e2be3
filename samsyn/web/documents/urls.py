"""Under /as/<organisation>/partnerships/<slug>/documents/."""

from django.urls import path

from samsyn.web.documents.views.add import add
from samsyn.web.documents.views.fate import discard, hand_over
from samsyn.web.documents.views.listing import listing
from samsyn.web.documents.views.one import file, one
from samsyn.web.documents.views.register import register, register_csv, register_pdf, register_xlsx

app_name = "documents"
urlpatterns = [
    path("", listing, name="listing"),
    path("add/", add, name="add"),
    path("register/", register, name="register"),
    path("register.csv", register_csv, name="register_csv"),
    path("register.xlsx", register_xlsx, name="register_xlsx"),
    path("register.pdf", register_pdf, name="register_pdf"),
    path("<uuid:document>/", one, name="one"),
    path("<uuid:document>/file/", file, name="file"),
    path("<uuid:document>/hand-over/", hand_over, name="hand_over"),
    path("<uuid:document>/discard/", discard, name="discard"),
]
