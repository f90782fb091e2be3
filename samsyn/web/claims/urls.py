"""Under /as/<organisation>/partnerships/<slug>/claims/: money that is claimed back."""

from django.urls import path

from samsyn.web.claims.views import claiming, listing, one, paying, saying

app_name = "claims"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("start/", claiming.start, name="start"),
    path("<uuid:claim>/", one.one, name="one"),
    path("<uuid:claim>/change/", claiming.change, name="change"),
    path("<uuid:claim>/discard/", claiming.discard, name="discard"),
    path("<uuid:claim>/raise/", claiming.raise_it, name="raise"),
    path("received/<uuid:demand>/answer/", saying.answer, name="answer"),
    path("<uuid:claim>/consider/<int:exception>/", saying.consider, name="consider"),
    path("<uuid:claim>/prepare/", claiming.prepare, name="prepare"),
    path("<uuid:claim>/decision/", claiming.decision, name="decision"),
    path("<uuid:claim>/withdraw/", claiming.withdraw, name="withdraw"),
    path("<uuid:claim>/plan/", paying.plan, name="plan"),
    path("<uuid:claim>/plans/<uuid:plan>/agree/", paying.agree, name="agree"),
    path("<uuid:claim>/pay/", paying.pay, name="pay"),
    path("<uuid:claim>/repaid/<uuid:repaid>/confirm/", paying.confirm, name="confirm"),
    path("<uuid:claim>/repaid/<uuid:repaid>/take-back/", paying.take_back, name="take_back"),
]
