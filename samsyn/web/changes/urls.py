"""Under /as/<organisation>/partnerships/<slug>/changes/."""

from django.urls import path

from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.presenters.words import KINDS, STEPS
from samsyn.web.changes.views import amend, fate, steps, wind_down
from samsyn.web.changes.views.begin import begin, redraft
from samsyn.web.changes.views.document import original
from samsyn.web.changes.views.listing import listing, start
from samsyn.web.changes.views.one import one

_NEW = "start/amendment"
_ONE = "<uuid:change>"
_TERM = "<slug:family>/<slug:term>"

app_name = "changes"
urlpatterns = [
    path("", listing, name="listing"),
    path("start/", start, name="start"),
    *(
        path(f"start/{words.place}/", begin, {"kind": kind}, name=f"begin_{kind}")
        for kind, words in KINDS.items()
        if kind != Change.Kind.AMENDMENT
    ),
    path(f"{_NEW}/", amend.choose, name="begin_amendment"),
    path(f"{_NEW}/terms/", amend.choose, name="choose_new"),
    path(f"{_NEW}/terms/{_TERM}/", amend.write, name="write_new"),
    path(f"{_NEW}/terms/{_TERM}/remove/", amend.remove, name="remove_new"),
    path(f"{_NEW}/add/<slug:family>/", amend.add, name="add_new"),
    path("wind-down/", wind_down.wind_down, name="wind_down"),
    path("wind-down/add/", wind_down.add, name="add_task"),
    path("wind-down/take/", wind_down.take, name="take_task"),
    path("wind-down/<uuid:action>/finish/", wind_down.finish, name="finish_task"),
    path("wind-down/<uuid:action>/drop/", wind_down.drop, name="drop_task"),
    path(f"{_ONE}/", one, name="one"),
    path(f"{_ONE}/original.pdf", original, name="original"),
    path(f"{_ONE}/redraft/", redraft, name="redraft"),
    path(f"{_ONE}/terms/", amend.choose, name="choose"),
    path(f"{_ONE}/terms/{_TERM}/", amend.write, name="write"),
    path(f"{_ONE}/terms/{_TERM}/remove/", amend.remove, name="remove"),
    path(f"{_ONE}/terms/{_TERM}/undo/", amend.undo, name="undo"),
    path(f"{_ONE}/add/<slug:family>/", amend.add, name="add"),
    path(f"{_ONE}/propose/", fate.propose, name="propose"),
    path(f"{_ONE}/discard/", fate.discard, name="discard"),
    path(f"{_ONE}/withdraw/", fate.withdraw, name="withdraw"),
    path(f"{_ONE}/again/", fate.again, name="again"),
    *(
        path(
            f"{_ONE}/{words.place}/",
            steps.sign if kind == Step.Kind.SIGNATURE else steps.step,
            {"kind": kind},
            name=words.place.replace("-", "_"),
        )
        for kind, words in STEPS.items()
    ),
]
