"""The bell that throws away the keys of years that are over, and lays the shown cards in an order of chance."""

from samsyn.web.project import clock
from samsyn.web.project.mixing import mix
from samsyn.web.tallies.actions.cards import throw_away_keys


def put_the_cards_away() -> None:
    throw_away_keys(clock.today())
    mix("tallies_cardseen")
