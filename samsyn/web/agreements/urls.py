"""Under /as/<organisation>/partnerships/<slug>/."""

from django.urls import path

from samsyn.web.agreements.views.agreement import agreement
from samsyn.web.agreements.views.assumptions import assumptions
from samsyn.web.agreements.views.clause import clause
from samsyn.web.agreements.views.differences import differences
from samsyn.web.agreements.views.document import document
from samsyn.web.agreements.views.files import files
from samsyn.web.agreements.views.home import home
from samsyn.web.agreements.views.what_if import what_if

app_name = "agreements"
urlpatterns = [
    path("", home, name="home"),
    path("agreement/", agreement, name="agreement"),
    path("agreement/clauses/<slug:clause>/", clause, name="clause"),
    path("agreement/assumptions/", assumptions, name="assumptions"),
    path("agreement/what-if/", what_if, name="what_if"),
    path("agreement/differences/", differences, name="differences"),
    path("agreement/document.pdf", document, name="document"),
    path("agreement/versions/<int:number>/files.zip", files, name="files"),
]
