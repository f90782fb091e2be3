"""Places fit in their pool and suit their kind, intake has a place and hours, steps have a day."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Pool

NIGHTS_ONLY = {
    "months": ("a night place is valid in nights, not months", "Write nights = …"),
    "tracks": ("a night place has no tracks", "Take tracks away; only a training place is chosen among services"),
}
TRAINING_ONLY = {
    "nights": ("a training place is valid in months, not nights", "Write months = …"),
    "latest_arrival": ("a training place is not passed on the same evening", "Take latest_arrival away"),
}
"""Key of a pool of one kind that belongs to the other → what is wrong, and what to do."""


def places_fit_in_their_pool(agreement: Agreement) -> Iterator[Finding]:
    for name, pool in agreement.pool.items():
        path = ("pool", name)
        for key, (what, do) in (NIGHTS_ONLY if pool.kind == "night" else TRAINING_ONLY).items():
            if getattr(pool, key):
                yield Finding((*path, key), what, do)
        for service in (agreement.service[each] for each in pool.tracks if each in agreement.service):
            if service.kind != "training":
                what = f"«{service.name}» is no training place but {service.kind}"
                yield Finding((*path, "tracks"), what, 'Name services with kind = "training"')
        yield from _part_fits(agreement, pool)


def _part_fits(agreement: Agreement, pool: Pool) -> Iterator[Finding]:
    """The places that are counted in another pool: not more of them, of the same kind, for the same people."""
    path, whole = ("pool", pool.id), agreement.pool.get(pool.part_of or "")
    if whole is None:
        return
    if pool.id in _wholes(agreement, whole):
        yield Finding((*path, "part_of"), f"«{pool.id}» is a part of itself", "Correct part_of, or take it away")
        return
    if pool.places > whole.places:
        what = f"{pool.places} places are reserved out of only {whole.places} in «{whole.id}»"
        yield Finding((*path, "places"), what, "Correct one of them")
    if whole.kind != pool.kind:
        what = f"«{pool.id}» is {pool.kind}, «{whole.id}» is {whole.kind}"
        yield Finding((*path, "kind"), what, "Write the same kind")
    if whole.sexes and not set(pool.sexes or ("anyone",)) <= set(whole.sexes):
        what = f"«{pool.id}» is for others than «{whole.id}», which it is a part of"
        yield Finding((*path, "sexes"), what, f"Write some of: {', '.join(whole.sexes)}; or take part_of away")


def _wholes(agreement: Agreement, pool: Pool) -> set[str]:
    """The pool and every pool that it is counted in, directly or not."""
    found: set[str] = set()
    here: Pool | None = pool
    while here is not None and here.id not in found:
        found.add(here.id)
        here = agreement.pool.get(here.part_of or "")
    return found


def intake_is_somewhere(agreement: Agreement) -> Iterator[Finding]:
    """Who may only be enrolled at certain places must be told which."""
    told = {name for point in agreement.intake_point.values() for name in point.pools}
    for name, pool in agreement.pool.items():
        if pool.intake_only_there and not pool.intake and name not in told:
            what = "intake is only there, and nothing says where"
            do = f'Write [intake_point.…] with pools = ["{name}"], intake = [ … ], or take it away'
            yield Finding(("pool", name, "intake_only_there"), what, do)


def intake_has_hours(agreement: Agreement) -> Iterator[Finding]:
    for name, point in agreement.intake_point.items():
        path = ("intake_point", name)
        if (point.opens is None) != (point.closes is None):
            missing = "opens" if point.opens is None else "closes"
            do = f'Write {missing} = "21:30", or take the other away: it is then open at any hour'
            yield Finding(path, f"the intake point has no {missing}", do)
        elif point.opens and point.closes and point.opens >= point.closes:
            what = f"the intake point closes {point.closes}, not after it opens {point.opens}"
            yield Finding((*path, "closes"), what, "Write the later hour in closes; past midnight it is another point")


def steps_have_a_day(agreement: Agreement) -> Iterator[Finding]:
    for name, step in agreement.step.items():
        if step.days is not None and not {"start", "end"} & set(step.at):
            what = "days are counted from the first day or to the last, and the step is at neither"
            yield Finding(("step", name, "days"), what, 'Write at = ["start"] or at = ["end"], or take days away')


def seasons_have_two_ends(agreement: Agreement) -> Iterator[Finding]:
    for name, extra in agreement.extra_places.items():
        if (extra.season_first is None) != (extra.season_last is None):
            missing = "season_first" if extra.season_first is None else "season_last"
            do = f'Write {missing} as a day of the year, for example "11-01", or take the other away'
            yield Finding(("extra_places", name), f"the season has no {missing}", do)
