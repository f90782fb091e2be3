"""The short form of each kind of change: what it needs to know, and what `actions.draft` gets of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext

from samsyn.rules.because import Reason
from samsyn.rules.terms.base import Assumption, Term
from samsyn.rules.timeline import next_extension, standing_notices
from samsyn.web.changes.forms import kinds
from samsyn.web.changes.models import Change
from samsyn.web.changes.presenters.openings import open_conditions, way_in
from samsyn.web.changes.views.scene import Scene
from samsyn.web.obligations.models import Obligation

_BACK = timedelta(days=400)


@dataclass(frozen=True)
class Begun:
    """`form` None: something must be chosen first, or there is no way (`reason`). `fixed` goes with the values."""

    form: kinds.DraftForm | None
    clause: str
    fixed: Mapping[str, Any]
    reason: Reason | None = None

    def values(self) -> dict[str, Any]:
        assert self.form is not None
        values = {**self.form.values(), **self.fixed}
        return {"clause": self.clause, **values}


def begun(kind: str, scene: Scene, data: Any, asked: Mapping[str, Any], change: Change | None = None) -> Begun:
    """`asked` is the query of the address; `change` the draft that is written anew."""
    way = way_in(kind, scene.dossier, scene.agreement, scene.mine, scene.today)
    if isinstance(way, Reason):
        return Begun(None, way.clause, {}, way)
    initial = _initial(change)
    about: dict[str, Any] = {"data": data, "initial": initial}
    made = _MAKE[kind](scene, asked, about, change)
    if made is None:
        return Begun(None, way.clause, {})
    form, clause, fixed = made
    return Begun(form, clause or way.clause, fixed)


def _initial(change: Change | None) -> dict[str, Any]:
    if change is None:
        return {}
    names = ("says", "because", "first", "last", "of", "answer", "amount_ore")
    initial = {name: getattr(change, name) for name in names}
    if change.kind == Change.Kind.TERMINATION:
        initial["cause"], _, initial["because"] = change.because.partition("\n")
    if change.obligation_id:
        initial["obligation"] = str(change.obligation_id)
    return initial


Made = tuple[kinds.DraftForm, str, dict[str, Any]] | None
"""The form, the clause where it is not that of the way, and what goes with the values."""


def _extension(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    return kinds.ExtensionForm(**about, option=next_extension(scene.dossier, scene.today)), "", {}


def _notice(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    return kinds.NoticeForm(**about, name=scene.agreement.party_name(scene.mine)), "", {}


def _renegotiation(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    return kinds.RenegotiationForm(**about, name=scene.agreement.party_name(scene.mine)), "", {}


def _withdrawal(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    given = [(each.id, f"{each.on}: {each.says}") for each in standing_notices(scene.dossier, scene.today)]
    form = kinds.ChoosingForm(**about, choices=given, label=gettext("Vilken uppsägning"))
    form.fields["says"].initial = gettext("Uppsägningen tas tillbaka.")
    return form, "", {}


def _termination(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    causes = kinds.causes_in(scene.agreement, scene.mine)
    return kinds.TerminationForm(**about, causes=causes, name=scene.agreement.party_name(scene.mine)), "", {}


def _condition(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    choices = list(open_conditions(scene.dossier, scene.agreement, scene.today).items())
    form = kinds.ChoosingForm(**about, choices=choices, label=gettext("Vilket villkor"))
    form.fields["says"].initial = gettext("Villkoret är uppfyllt.")
    return form, _clause_of(scene, form), {}


def _repayment(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    terms = [each for each in scene.agreement.repayment.values() if each.applies and scene.mine in each.to]
    form = kinds.RepaymentForm(**about, choices=[(each.id, each.says) for each in terms])
    name = scene.agreement.party_name(scene.mine)
    form.fields["says"].initial = gettext("%(name)s kräver att pengar betalas tillbaka.") % {"name": name}
    return form, _clause_of(scene, form), {}


def _clause_of(scene: Scene, form: kinds.DraftForm) -> str:
    """The clause of the term that was chosen; that of the way until then."""
    term = scene.agreement.find(str(form.data.get("of", ""))) if form.is_bound else None
    return term.clause if term else ""


def _confirmation(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    found = question_in(scene, change.of if change else str(asked.get("assumption", "")))
    if found is None:
        return None
    term, question = found
    form = kinds.ConfirmationForm(
        **about,
        chosen=question.chosen,
        others=[(each.id, each.says) for each in question.alternatives],
        question=question.question,
    )
    return form, term.clause, {"of": question.id}


def question_in(scene: Scene, assumption: str) -> tuple[Term, Assumption] | None:
    found = ((term, each) for _, term, each in scene.agreement.assumptions())
    return next((pair for pair in found if pair[1].id == assumption), None)


def _waiver(scene: Scene, asked: Mapping[str, Any], about: dict[str, Any], change: Change | None) -> Made:
    mine = Obligation.objects.visible_to(scene.viewer).filter(partnership=scene.partnership).open()
    wanted = kinds.as_uuid(str(asked.get("obligation", "")))
    chosen = list(mine.filter(pk=wanted)) if wanted else []
    found = chosen or [each for each in mine.order_by("due", "term") if not each.due or each.due >= scene.today - _BACK]
    if chosen and "obligation" not in about["initial"]:
        about["initial"]["obligation"] = str(chosen[0].pk)
    form = kinds.WaiverForm(**about, obligations=[(each, kinds.day_words(each)) for each in found])
    form.fields["says"].initial = gettext("Åtagandet behöver inte göras den här gången.")
    return form, "", {}


_MAKE: Mapping[str, Callable[[Scene, Mapping[str, Any], dict[str, Any], Change | None], Made]] = {
    Change.Kind.EXTENSION: _extension,
    Change.Kind.NOTICE: _notice,
    Change.Kind.WITHDRAWAL: _withdrawal,
    Change.Kind.RENEGOTIATION: _renegotiation,
    Change.Kind.TERMINATION: _termination,
    Change.Kind.CONDITION_MET: _condition,
    Change.Kind.CONFIRMATION: _confirmation,
    Change.Kind.WAIVER: _waiver,
    Change.Kind.REPAYMENT: _repayment,
}
