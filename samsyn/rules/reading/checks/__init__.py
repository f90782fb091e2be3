"""What the terms must agree on among themselves. Each check yields findings: path of the key, what, what to do."""

from collections.abc import Callable, Iterator

from samsyn.rules.reading.checks import (
    assumptions,
    counting,
    figures,
    followup,
    money,
    occasions,
    operations,
    places,
    references,
    time,
)
from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement

CHECKS: tuple[Callable[[Agreement], Iterator[Finding]], ...] = (
    references.ids_are_unique,
    references.references_exist,
    references.parties_are_two_sides,
    time.period_runs_forward,
    time.terms_lie_inside_the_period,
    time.extension_is_possible,
    time.duties_say_when_once,
    money.amounts_cover_the_period,
    money.basis_and_amounts_agree,
    money.shares_are_a_whole,
    money.cost_lines_sum,
    money.payments_fit_their_funding,
    money.index_is_used,
    operations.bodies_can_be_called,
    operations.meetings_are_counted_in_one_way,
    places.places_fit_in_their_pool,
    places.intake_is_somewhere,
    places.intake_has_hours,
    places.seasons_have_two_ends,
    places.steps_have_a_day,
    counting.buttons_differ,
    counting.counted_services_are_given_by_who_counts,
    counting.age_bands_rise,
    occasions.lists_name_a_thing_once,
    occasions.activities_count_their_own_figure,
    occasions.activities_are_held_by_who_gives_them,
    occasions.receivers_are_of_lectures,
    occasions.surveys_are_compared_with_own_visits,
    occasions.somebody_else_is_told,
    operations.figures_are_split_by_sex,
    figures.figures_are_counted_from_something,
    figures.measures_fit_their_facts,
    figures.what_is_asked_of_facts_is_known,
    figures.who_is_counted_can_be_known,
    followup.theory_runs_one_way,
    followup.levels_are_not_mixed,
    followup.sections_say_what_they_show,
    followup.reports_fulfil_what_is_owed,
    followup.one_table_says_what_is_public,
    assumptions.alternatives_are_possible,
)

ON_EACH_TERM = tuple(
    check
    for check in CHECKS
    if check
    not in (
        references.parties_are_two_sides,
        money.shares_are_a_whole,
        money.cost_lines_sum,
        money.payments_fit_their_funding,
        money.index_is_used,
        places.intake_is_somewhere,
    )
)
"""Those that hold for a part of the terms too: the others weigh terms against each other, and need them all."""


def findings(agreement: Agreement) -> Iterator[Finding]:
    """All that contradicts itself, from every check."""
    for check in CHECKS:
        yield from check(agreement)


__all__ = ["CHECKS", "Finding", "findings"]
