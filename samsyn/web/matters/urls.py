"""Under /as/<organisation>/partnerships/<slug>/matters/."""

from django.urls import path

from samsyn.rules.matters import Kind, Step
from samsyn.web.matters.views.listing import listing
from samsyn.web.matters.views.one import one
from samsyn.web.matters.views.open import open_matter
from samsyn.web.matters.views.steps import answer, confirm, dialogue, words

app_name = "matters"
urlpatterns = [
    path("", listing, name="listing"),
    path("open/economic-change/", open_matter, {"kind": Kind.ECONOMIC_CHANGE}, name="open_economic_change"),
    path("open/deviation/", open_matter, {"kind": Kind.DEVIATION}, name="open_deviation"),
    path("open/dispute/", open_matter, {"kind": Kind.DISPUTE}, name="open_dispute"),
    path("open/other/", open_matter, {"kind": Kind.OTHER}, name="open_other"),
    path("<uuid:matter>/", one, name="one"),
    path("<uuid:matter>/acknowledge/", answer, {"step": Step.ACKNOWLEDGED}, name="acknowledge"),
    path("<uuid:matter>/approve/", answer, {"step": Step.APPROVED}, name="approve"),
    path("<uuid:matter>/refuse/", words, {"step": Step.REFUSED}, name="refuse"),
    path("<uuid:matter>/add-dialogue/", dialogue, name="add_dialogue"),
    path("<uuid:matter>/settle/", words, {"step": Step.SETTLED}, name="settle"),
    path("<uuid:matter>/settle/confirm/", confirm, name="confirm"),
    path("<uuid:matter>/pass-on/", words, {"step": Step.PASSED_ON}, name="pass_on"),
    path("<uuid:matter>/withdraw/", words, {"step": Step.WITHDRAWN}, name="withdraw"),
]
