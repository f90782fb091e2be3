"""Under /as/<organisation>/partnerships/<slug>/placements/: those who refer, those who receive, and the figures."""

from django.urls import path

from samsyn.web.placements.views import answering, board, consents, ending, following, participants, referrals
from samsyn.web.placements.views.figures import figures
from samsyn.web.placements.views.one import one

_PARTICIPANT = "participants/<uuid:participant>"
_REFERRAL = "referrals/<uuid:referral>"
_RECEIVED = "referrals/<uuid:received>"
_PLACEMENT = "<uuid:placement>"

app_name = "placements"
urlpatterns = [
    path("", board.home, name="home"),
    path("day/", board.day, name="day"),
    path("places/", board.places, name="places"),
    path("places/make/", board.make_places, name="make_places"),
    path("figures/", figures, name="figures"),
    path("participants/", participants.listing, name="participants"),
    path("participants/add/", participants.add, name="add_participant"),
    path(f"{_PARTICIPANT}/", participants.one, name="participant"),
    path(f"{_PARTICIPANT}/edit/", participants.edit, name="edit_participant"),
    path(f"{_PARTICIPANT}/own-page/make/", participants.make_own_page, name="make_own_page"),
    path(f"{_PARTICIPANT}/own-page/revoke/", participants.revoke_own_page, name="revoke_own_page"),
    path(f"{_PARTICIPANT}/consents/add/", consents.add, name="add_consent"),
    path(f"{_PARTICIPANT}/refer/", referrals.write, name="refer"),
    path("consents/<uuid:consent>/withdraw/", consents.withdraw, name="withdraw_consent"),
    path("referrals/", referrals.listing, name="referrals"),
    path(f"{_REFERRAL}/", referrals.one, name="referral"),
    path(f"{_REFERRAL}/send/", referrals.send, name="send_referral"),
    path(f"{_REFERRAL}/discard/", referrals.discard, name="discard_referral"),
    path(f"{_REFERRAL}/withdraw/", referrals.withdraw, name="withdraw_referral"),
    path(f"{_RECEIVED}/accept/", answering.accept, name="accept"),
    path(f"{_RECEIVED}/wait/", answering.wait, name="wait"),
    path(f"{_RECEIVED}/decline/", answering.decline, name="decline"),
    path(f"{_RECEIVED}/prioritise/", answering.prioritise, name="prioritise"),
    path(f"{_RECEIVED}/start/", answering.start, name="start"),
    path("steps/<uuid:done>/take-back/", following.take_back_step, name="take_back_step"),
    path("extensions/<uuid:extension>/approve/", ending.approve, name="approve_extension"),
    path("extensions/<uuid:extension>/drop/", ending.drop, name="drop_extension"),
    path(f"{_PLACEMENT}/", one, name="one"),
    path(f"{_PLACEMENT}/attendance/", board.note, name="attendance"),
    path(f"{_PLACEMENT}/steps/<slug:step>/<int:number>/", following.take_step, name="take_step"),
    path(f"{_PLACEMENT}/assess/<slug:rater>/<int:number>/", following.assess, name="assess"),
    path(f"{_PLACEMENT}/track/", following.change_track, name="change_track"),
    path(f"{_PLACEMENT}/move/", following.move, name="move"),
    path(f"{_PLACEMENT}/last-day/", following.change_last_day, name="change_last_day"),
    path(f"{_PLACEMENT}/extend/", ending.extend, name="extend"),
    path(f"{_PLACEMENT}/close/", ending.close, name="close"),
    path(f"{_PLACEMENT}/outcome/", ending.say_outcome, name="outcome"),
    path(f"{_PLACEMENT}/cancel/", ending.cancel, name="cancel"),
]
