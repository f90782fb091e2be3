"""Under /as/<organisation>/partnerships/<slug>/statements/: how the money has been used, a year at a time."""

from django.urls import path

from samsyn.web.statements.views import answering, listing, one, writing

app_name = "statements"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("open/<uuid:obligation>/", listing.open_one, name="open"),
    path("<uuid:statement>/", one.one, name="one"),
    path("<uuid:statement>/draft.pdf", one.draft_file, {"kind": "pdf"}, name="draft_pdf"),
    path("<uuid:statement>/draft.xlsx", one.draft_file, {"kind": "xlsx"}, name="draft_xlsx"),
    path("<uuid:statement>/write/", writing.write, name="write"),
    path("<uuid:statement>/sums/add/", writing.add_sum, name="add_sum"),
    path("<uuid:statement>/sums/<uuid:addition>/remove/", writing.remove_sum, name="remove_sum"),
    path("<uuid:statement>/enclose/", writing.enclose, name="enclose"),
    path("<uuid:statement>/sign/", writing.sign, name="sign"),
    path("handed-in/<uuid:submission>/statement.xlsx", one.workbook, name="workbook"),
    path("handed-in/<uuid:submission>/accept/", answering.accept, name="accept"),
    path("handed-in/<uuid:submission>/send-back/", answering.send_back, name="send_back"),
]
