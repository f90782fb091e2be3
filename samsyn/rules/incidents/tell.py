"""Who must be told that something has happened, at the latest when, and by which clause or law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from samsyn.rules.incidents.law import PUBLIC_PARTY, Rule, rules
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.incidents import IncidentKind, Telling


@dataclass(frozen=True, slots=True)
class Tell:
    """One receiver of the telling. `to` is the id of a party or body, or the name of an authority.

    `by_day` is None where neither clause nor law, as far as it has been read, says a day. `clause` and `term` are
    empty where only law says it, `law` where only the agreement does. `only_if`: it holds on a condition that the
    agreement as it is read does not meet; it is shown and never demanded.
    """

    to: str
    name: str
    why: str
    by_day: date | None = None
    clause: str = ""
    term: str = ""
    law: str = ""
    how: str = ""
    assumed: bool = False
    only_if: str = ""
    reading: str = ""

    @property
    def holds(self) -> bool:
        return not self.only_if


def to_tell(
    terms: Agreement,
    kind: IncidentKind,
    serious: bool,
    happened_on: date,
    party: str,
    *,
    known: bool = True,
    law: Iterable[Rule] | None = None,
) -> list[Tell]:
    """Everyone whom `party` must tell. `terms` are those of the day on which it happened.

    1. The agreement's tellings of the kind, by this party. Days are counted from the day on which it happened.
    2. What law says. A public party that the agreement names already is not named twice: law stands beside the clause.
    3. What depends on the legal basis holds on the bases that the law names; on others it is given with `only_if`.
    `known` is false for a concern about a child whose identity nobody knows: there is nobody to report.
    """
    if not known:
        return []
    found = list(_agreed(terms, kind, serious, happened_on, party))
    for rule in _rules(law, terms, kind, party):
        if not rule.filled or (rule.only_serious and not serious):
            continue
        for tell in _by_law(terms, rule, happened_on):
            _add(found, tell, rule, terms)
    return found


def to_look_up(terms: Agreement, kind: IncidentKind, party: str, *, law: Iterable[Rule] | None = None) -> list[Rule]:
    """Questions of law that nobody has answered yet and that this may turn on."""
    return [rule for rule in _rules(law, terms, kind, party) if not rule.filled]


def _rules(law: Iterable[Rule] | None, terms: Agreement, kind: IncidentKind, party: str) -> list[Rule]:
    side = terms.party[party].kind if party in terms.party else ""
    known = rules() if law is None else law
    return [rule for rule in known if kind in rule.of and rule.whose in ("", side)]


def _agreed(terms: Agreement, kind: IncidentKind, serious: bool, happened_on: date, party: str) -> Iterator[Tell]:
    for each in terms.telling.values():
        if not each.applies or not (each.first or happened_on) <= happened_on <= (each.last or happened_on):
            continue
        if kind in each.of and party in each.by and (serious or not each.only_serious):
            yield from (_promised(terms, each, to, happened_on) for to in each.to if to != party)


def _promised(terms: Agreement, telling: Telling, to: str, happened_on: date) -> Tell:
    days = telling.within_days
    read = ("of", "by", "to", "only_serious", "within_days", "applies")
    return Tell(
        to=to,
        name=terms.party_name(to),
        why=telling.says,
        by_day=None if days is None else happened_on + timedelta(days=days),
        clause=telling.clause,
        term=telling.id,
        how=telling.how or "",
        assumed=any(telling.assumes(key) for key in read),
    )


def _by_law(terms: Agreement, rule: Rule, happened_on: date) -> Iterator[Tell]:
    stated = [each for each in terms.legal_basis.values() if each.applies]
    holds = not rule.basis or any(each.basis in rule.basis for each in stated)
    assumed = bool(rule.reading) or (bool(rule.basis) and any(each.assumes("basis") for each in stated))
    for to, name in _receivers(terms, rule):
        yield Tell(
            to=to,
            name=name,
            why=rule.says,
            by_day=None if rule.within_days is None else happened_on + timedelta(days=rule.within_days),
            law=rule.law,
            assumed=assumed,
            only_if="" if holds else rule.only_if,
            reading=rule.reading,
        )


def _receivers(terms: Agreement, rule: Rule) -> list[tuple[str, str]]:
    if rule.to != PUBLIC_PARTY:
        return [(rule.to, rule.to)]
    return [(key, each.name) for key, each in terms.party.items() if each.kind == "public"]


def _add(found: list[Tell], tell: Tell, rule: Rule, terms: Agreement) -> None:
    """Beside the clause that names the same receiver, or a party that is taken for the authority."""
    for place, there in enumerate(found):
        side = terms.party[there.to].kind if there.to in terms.party else None
        if there.to == tell.to or (side is not None and side == rule.same_as):
            found[place] = _both(there, tell)
            return
    found.append(tell)


def _both(agreed: Tell, law: Tell) -> Tell:
    """The earlier day of the two. What only law on a condition says adds nothing to what is promised."""
    if not law.holds:
        return agreed
    days = [day for day in (agreed.by_day, law.by_day) if day is not None]
    return replace(
        agreed, law=law.law, reading=law.reading, by_day=min(days, default=None), assumed=agreed.assumed or law.assumed
    )
