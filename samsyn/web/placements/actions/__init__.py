"""What can happen with placements, one file per sort of act. Importing this makes the acts known to the history."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.history import acts
from samsyn.web.placements.actions.answer import accept_referral, decline_referral, prioritise, put_on_waiting_list
from samsyn.web.placements.actions.assess import assess
from samsyn.web.placements.actions.attend import note_attendance
from samsyn.web.placements.actions.close import close_placement, say_outcome
from samsyn.web.placements.actions.consent import record_consent, withdraw_consent
from samsyn.web.placements.actions.extend import approve_extension, drop_extension, propose_extension
from samsyn.web.placements.actions.move import change_last_day, change_track, move_to_place
from samsyn.web.placements.actions.oneself import assess_oneself
from samsyn.web.placements.actions.own_page import make_own_page, revoke_own_page
from samsyn.web.placements.actions.people import correct_participant, write_participant
from samsyn.web.placements.actions.places import make_training_places
from samsyn.web.placements.actions.refer import (
    discard_referral,
    send_referral,
    withdraw_referral,
    write_referral,
)
from samsyn.web.placements.actions.start import cancel_placement, start_placement
from samsyn.web.placements.actions.steps import do_step, take_back_step

__all__ = [
    "accept_referral",
    "approve_extension",
    "assess",
    "assess_oneself",
    "cancel_placement",
    "change_last_day",
    "change_track",
    "close_placement",
    "correct_participant",
    "decline_referral",
    "discard_referral",
    "do_step",
    "drop_extension",
    "make_own_page",
    "make_training_places",
    "move_to_place",
    "note_attendance",
    "prioritise",
    "propose_extension",
    "put_on_waiting_list",
    "record_consent",
    "revoke_own_page",
    "say_outcome",
    "send_referral",
    "start_placement",
    "take_back_step",
    "withdraw_consent",
    "withdraw_referral",
    "write_participant",
    "write_referral",
]

acts.register(
    {
        "training_place.make": _("gjorde arbetsträningsplatserna efter överenskommelsen"),
        "participant.write": _("skrev in en deltagare"),
        "participant.correct": _("rättade en deltagares uppgifter"),
        "referral.write": _("skrev en anvisning"),
        "referral.discard": _("kastade ett utkast till en anvisning"),
        "referral.send": _("skickade en anvisning"),
        "referral.withdraw": _("tog tillbaka en anvisning"),
        "referral.accept": _("tog emot en anvisning"),
        "referral.decline": _("tog inte emot en anvisning"),
        "referral.wait": _("satte en deltagare i kö"),
        "referral.prioritise": _("ändrade skälet till förtur i kön"),
        "consent.record": _("skrev in ett samtycke"),
        "consent.withdraw": _("skrev in att ett samtycke togs tillbaka"),
        "placement.start": _("gav en deltagare plats"),
        "placement.cancel": _("skrev in att en placering inte blir av"),
        "placement.move": _("flyttade en placering till en annan plats"),
        "placement.change_track": _("bytte verksamhet för en placering"),
        "placement.change_last_day": _("ändrade en placerings sista dag"),
        "placement.do_step": _("antecknade ett steg i en placering"),
        "placement.take_back_step": _("tog tillbaka ett antecknat steg"),
        "placement.propose_extension": _("föreslog att en placering förlängs"),
        "placement.approve_extension": _("godkände att en placering förlängs"),
        "placement.drop_extension": _("lät ett förslag om förlängning falla"),
        "placement.note_attendance": _("antecknade närvaro"),
        "placement.correct_attendance": _("rättade närvaro"),
        "placement.assess": _("skrev in en självskattning"),
        "placement.correct_assessment": _("rättade en självskattning"),
        "placement.close": _("avslutade en placering"),
        "placement.say_outcome": _("skrev in vad en placering ledde till"),
        "own_page.make": _("gjorde en adress till en deltagares egen sida"),
        "own_page.revoke": _("stängde adressen till en deltagares egen sida"),
    }
)
