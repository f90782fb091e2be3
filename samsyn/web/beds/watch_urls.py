"""Of the night watch and the overview, under /as/<organisation>/partnerships/<slug>/. Part of `urls.py`."""

from django.urls import path

from samsyn.web.beds.views import bars, houses, nights, overview, paper, shift, tonight, watch

urlpatterns = [
    path("overview/", overview.overview, name="overview"),
    path("tonight/", tonight.choose, name="tonight_choose"),
    path("tonight/<uuid:site>/", tonight.tonight, name="tonight"),
    path("tonight/<uuid:site>/arrive/<uuid:segment>/", tonight.arrive, name="arrive"),
    path("tonight/<uuid:site>/undo-arrival/<uuid:segment>/", tonight.undo_arrival, name="undo_arrival"),
    path("tonight/<uuid:site>/no-show/<uuid:segment>/", tonight.no_show, name="no_show"),
    path("tonight/<uuid:site>/release/", tonight.release, name="release"),
    path("tonight/<uuid:site>/check-out/", tonight.check_out_all, name="check_out_all"),
    path("tonight/<uuid:site>/check-out/<uuid:segment>/", tonight.check_out, name="check_out"),
    path("tonight/<uuid:site>/undo-check-out/<uuid:segment>/", tonight.undo_check_out, name="undo_check_out"),
    path("tonight/<uuid:site>/leave/<uuid:segment>/", watch.leave, name="leave"),
    path("tonight/<uuid:site>/shift/<uuid:segment>/", shift.shift, name="shift"),
    path("tonight/<uuid:site>/bar/<uuid:segment>/", watch.bar, name="make_bar"),
    path("tonight/<uuid:site>/log/", watch.write_note, name="write_note"),
    path("tonight/<uuid:site>/emergency/", watch.emergency, name="note_emergency"),
    path("tonight/<uuid:site>/incident/", watch.incident, name="note_incident"),
    path("tonight/<uuid:site>/list/", paper.printed, name="printed"),
    path("tonight/<uuid:site>/paper/", paper.enter, name="paper"),
    path("sites/", houses.listing, name="sites"),
    path("sites/open/", houses.open_site, name="open_site"),
    path("sites/<uuid:site>/", houses.one, name="site"),
    path("sites/<uuid:site>/change/", houses.change_site, name="change_site"),
    path("sites/<uuid:site>/close/", houses.close_site, name="close_site"),
    path("sites/<uuid:site>/places/add/", houses.add_places, name="add_places"),
    path("sites/<uuid:site>/places/<uuid:place>/out-of-order/", houses.out_of_order, name="out_of_order"),
    path("sites/<uuid:site>/places/<uuid:place>/move/", houses.move, name="move_place"),
    path("sites/<uuid:site>/outages/<uuid:outage>/end/", houses.back_in_order, name="back_in_order"),
    path("nights/", nights.listing, name="nights"),
    path("nights/decide/", nights.decide, name="decide"),
    path("nights/initiatives/add/", overview.add_initiative, name="add_initiative"),
    path("bars/", bars.listing, name="bars"),
    path("bars/<uuid:bar>/appeal/", bars.appeal, name="appeal"),
    path("bars/<uuid:bar>/answer/", bars.answer, name="answer"),
]
