"""What is said of a claim: the same words to both sides. Pure."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext

from samsyn.rules.money.claims import State, to_consider
from samsyn.rules.terms.resources import Repayment
from samsyn.web.claims.models import Entry
from samsyn.web.claims.queries import Standing
from samsyn.web.ui.formats import kronor


def state_words(state: State) -> str:
    """A few words for a tag."""
    return {
        State.DRAFT: gettext("utkast"),
        State.RAISED: gettext("väntar på svar"),
        State.ANSWERED: gettext("prövas"),
        State.DECIDING: gettext("väntar på beslut"),
        State.OWED: gettext("ska betalas"),
        State.SETTLED: gettext("betalt"),
        State.WITHDRAWN: gettext("tillbakataget"),
    }[state]


def state_kind(state: State) -> str:
    if state in (State.SETTLED, State.WITHDRAWN):
        return "done"
    return "plain" if state == State.DRAFT else "waiting"


def stands_words(standing: Standing) -> str:
    """Where it stands and who does what next, in whole sentences."""
    claim = standing.claim
    names = {"who": claim.organisation.name, "of": claim.against.name}
    if standing.state == State.OWED:
        return _owed_words(standing, names)
    return {
        State.DRAFT: gettext("Bara ni ser utkastet. %(of)s får veta det när ni ställer kravet."),
        State.RAISED: gettext("%(of)s läser kravet och svarar. Båda skriver vad de kommer fram till om undantagen."),
        State.ANSWERED: gettext("%(of)s har svarat. %(who)s prövar undantagen och tar fram ett beslut."),
        State.DECIDING: gettext("Ett beslut är framtaget. Det gäller när alla som punkten kräver har sagt sitt."),
        State.SETTLED: gettext("%(of)s har betalat tillbaka hela beloppet."),
        State.WITHDRAWN: gettext("%(who)s har tagit tillbaka kravet. Ingenting ska betalas."),
    }[standing.state] % names  # fmt: skip


def _owed_words(standing: Standing, names: dict[str, str]) -> str:
    owed = standing.owed.ore if standing.owed else 0
    said = gettext("%(of)s ska betala tillbaka %(owed)s till %(who)s.") % {**names, "owed": kronor(owed)}
    if standing.left.ore != owed:
        said += " " + gettext("%(left)s är kvar.") % {"left": kronor(standing.left.ore)}
    due = standing.next_due
    if due is not None:
        return said + " " + gettext("Nästa del är %(amount)s, senast %(day)s.") % {
            "amount": kronor(due[1].ore), "day": due[0],
        }  # fmt: skip
    if standing.proposed_plan is not None:
        return said + " " + gettext("En avbetalningsplan är föreslagen och väntar på den andra parten.")
    return said + " " + gettext("Överenskommelsen säger inte när; parterna bestämmer det.")


def entry_words(entry: Entry) -> str:
    """What a party did, after its name."""
    if entry.kind == Entry.Kind.CONSIDERED:
        finding = gettext("det gäller") if entry.holds else gettext("det gäller inte")
        return gettext("prövade undantaget «%(exception)s»: %(finding)s") % {
            "exception": entry.exception, "finding": finding,
        }  # fmt: skip
    return str(entry.get_kind_display())


def exceptions_of(standing: Standing, clause: Repayment | None, mine: UUID) -> list[dict[str, object]]:
    """Every exception of the clause with what each of the two last found of it; `mine`: the viewer's organisation."""
    claim = standing.claim
    theirs, ours = standing.found_by(claim.against_id), standing.found_by(claim.organisation_id)
    own = standing.found_by(mine)
    return [
        {
            "number": number,
            "says": exception,
            "claiming": ours.get(exception),
            "paying": theirs.get(exception),
            "mine": exception in own,
        }
        for number, exception in enumerate(to_consider(clause) if clause else ())
    ]
