"""Under /as/<organisation>/partnerships/<slug>/reports/: in parts, gone through, compiled, submitted."""

from django.urls import path

from samsyn.web.reports.views import files, listing, one, parts, whole

app_name = "reports"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("open/<uuid:obligation>/", listing.open_one, name="open"),
    path("<uuid:report>/", one.one, name="one"),
    path("<uuid:report>/write/", parts.write, name="write"),
    path("<uuid:report>/sign/", parts.sign, name="sign"),
    path("<uuid:report>/draft.pdf", files.draft, name="draft"),
    path("<uuid:report>/gone-through/", whole.go_through, name="go_through"),
    path("<uuid:report>/compiled/", whole.submit, name="submit"),
    path("<uuid:report>/compiled.pdf", files.compiled, name="compiled"),
    path("parts/<uuid:report_part>/", parts.part, name="part"),
    path("parts/<uuid:report_part>/send-back/", parts.send_back, name="send_back"),
    path("versions/<uuid:report_version>/", whole.version, name="version"),
    path("versions/<uuid:report_version>/difference/", whole.difference, name="difference"),
    path("versions/<uuid:report_version>/report.pdf", files.remade, name="remade"),
    path("versions/<uuid:report_version>/report.xlsx", files.data, {"kind": "xlsx"}, name="xlsx"),
    path("versions/<uuid:report_version>/report-csv.zip", files.data, {"kind": "csv"}, name="csv"),
    path("versions/<uuid:report_version>/report.json", files.data, {"kind": "json"}, name="json"),
]
