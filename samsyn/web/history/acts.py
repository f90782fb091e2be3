"""The names of acts and what each is called on a page.

Every capability registers its own beside its actions; `record` refuses a name that nobody has described.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_SENTENCES: dict[str, Promise] = {}


_JOBS: Mapping[str, Promise] = {
    "sign-in": _("Samsyn, inloggning"),
    "invitation": _("Samsyn, inbjudan"),
    "installation": _("Samsyn, installation"),
    "seed": _("Samsyn, inläsning"),
    "calendar-feed": _("Samsyn, kalenderadress"),
    "derive": _("Samsyn, nattens uträkning"),
    "change": _("Samsyn, ändring av överenskommelsen"),
    "post": _("Samsyn, brev"),
    "remind": _("Samsyn, påminnelser"),
    "count": _("Samsyn, uträkning av mätetal"),
    "compile": _("Samsyn, sammanräkning av släppta siffror"),
    "public": _("Samsyn, offentlig sida"),
    "places": _("Samsyn, nattplatser"),
    "answer": _("Samsyn, svar om ett kort"),
    "pad": _("Samsyn, räkneplatta"),
    "own-page": _("Samsyn, deltagarens egen sida"),
    "survey": _("Samsyn, svar på en enkät"),
    "purge": _("Samsyn, gallring"),
}


def job_name(job: str) -> str:
    """Who stands behind what nobody did in person, in the reader's language."""
    return str(_JOBS.get(job, "Samsyn"))


def register(sentences: Mapping[str, Promise]) -> None:
    """`{"people.invite": _("bjöd in en person")}`: what someone did, in the past tense, without a name."""
    for name, sentence in sentences.items():
        if _SENTENCES.get(name, sentence) is not sentence:
            raise ValueError(f"The act {name!r} is already described in another capability. Choose another name.")
        _SENTENCES[name] = sentence


def is_known(name: str) -> bool:
    return name in _SENTENCES


def known() -> frozenset[str]:
    """The names of all acts that somebody has described."""
    return frozenset(_SENTENCES)


def sentence(name: str) -> str:
    """What was done, in the reader's language; the bare name for an act that no longer exists in the code."""
    return str(_SENTENCES.get(name, name))
