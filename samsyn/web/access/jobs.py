"""The named scopes under which something is done without a signed-in person.

A policy names the jobs it lets through. A job that no policy names sees nothing.
"""

from enum import StrEnum


class Job(StrEnum):
    ENTRY = "entry"
    """`samsyn_enter` works out what a person may see, before anything is set."""
    SIGN_IN = "sign-in"
    """Someone is on the way in: the address is looked up, a second factor is checked."""
    INVITATION = "invitation"
    """An administrator makes a person and its verified address."""
    INSTALLATION = "installation"
    """Whoever runs the machine adds an organisation and its first administrator from the command line."""
    SEED = "seed"
    """Loading agreements and telling demo stories; also how tests lay their table."""
    CALENDAR_FEED = "calendar-feed"
    """A calendar program fetches a secret address."""
    DERIVE = "derive"
    """Every night: what follows from the agreements on a new day is written down."""
    CHANGE = "change"
    """A change that has everything its clause demands becomes a version of the agreement."""
    POST = "post"
    """Letters to people in other organisations are written and sent; who they are is looked up."""
    REMIND = "remind"
    """Every morning: what falls due soon is read in all partnerships, and letters are written about it."""
    PLACES = "places"
    """What follows from an act at a site stands in the register of the coordination: a bed left moves a quarantine.
    Every hour: the lists of who sleeps where are written, to work from if all else fails."""
    ANSWER = "answer"
    """A card's code is answered with yes or no and a date, and nothing else."""
    OWN_PAGE = "own-page"
    """A participant opens a secret address to the own plan."""
    PAD = "pad"
    """A tablet that counts shows its credential; its own organisation's walls hold from there on."""
    COUNT = "count"
    """Figures are counted over what both parties wrote about individuals; only the figures leave."""
    COMPILE = "compile"
    """What parties let go of is protected against all that was let go before, and their parts are added together."""
    PUBLIC = "public"
    """Someone outside reads what all the parties have opened, and nothing else."""
    SURVEY = "survey"
    """Someone opens the address of a survey to answer; the organisation that asks has its own walls from there on."""
    PURGE = "purge"
    """What is too old is erased, as the role samsyn_retention."""
