"""Words for what is held, asked and told: activities, surveys, and who is told when something has happened."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import incidents, occasions, surveys
from samsyn.web.agreements.presenters.terms.base import Vocabulary

EXPOSURES: Mapping[object, Promise] = {
    "children": _("arbete med barn"),
    "participants_data": _("deltagares uppgifter"),
}
"""What somebody is put on, or is not."""

LANGUAGES: Mapping[object, Promise] = {
    "sv": _("svenska"),
    "en": _("engelska"),
    "ro": _("rumänska"),
    "bg": _("bulgariska"),
    "fr": _("franska"),
    "ar": _("arabiska"),
    "rom": _("romani"),
    "fi": _("finska"),
    "so": _("somaliska"),
    "fa": _("persiska"),
    "ti": _("tigrinja"),
    "uk": _("ukrainska"),
    "es": _("spanska"),
    "pl": _("polska"),
}
"""Codes of ISO 639. A language that is not here is shown by its code."""

_ASKS: Mapping[object, Promise] = {"sex": _("kön, som var och en själv uppger"), "age_band": _("åldersgrupp")}

VOCABULARY = Vocabulary(
    families={
        "activity": _("Aktivitet"),
        "survey": _("Enkät"),
        "telling": _("Underrättelse"),
    },
    labels={
        occasions.Activity: {
            "name": _("Namn"),
            "by": _("Hålls av"),
            "kind": _("Slag"),
            "counts": _("Räknas som"),
            "service": _("Det som erbjuds"),
            "site": _("Var"),
            "receivers": _("För"),
            "asks": _("Delas upp på"),
            "age_bands": _("Åldersgrupper"),
            "exposure": _("De som arbetar möter"),
            "staff_at_least": _("Minst så många arbetar"),
            "discreet": _("Namn och plats syns inte utåt"),
        },
        surveys.Survey: {
            "name": _("Namn"),
            "kind": _("Slag"),
            "by": _("Frågar"),
            "duty": _("Åtagande som den uppfyller"),
            "languages": _("Språk"),
            "for_children": _("Egen version för barn"),
            "splits": _("Får delas upp på"),
            "against": _("Jämförs med besöken vid"),
            "smallest_group": _("Minsta antal svar som visas"),
        },
        incidents.Telling: {
            "of": _("När"),
            "by": _("Underrättar"),
            "to": _("Får veta"),
            "only_serious": _("Bara när det är allvarligt"),
            "within_days": _("Senast inom"),
            "how": _("Hur"),
        },
    },
    words={
        (occasions.Activity, "kind"): {
            "open": _("öppen för den som kommer"),
            "group": _("grupp som träffas"),
            "lecture": _("föreläsning"),
            "supervision": _("handledning av personal"),
            "training": _("utbildning av personal"),
            "seminar": _("gemensamt seminarium"),
        },
        (occasions.Activity, "counts"): {
            "attendance": _("närvarande"),
            "participants": _("deltagare i grupp"),
            "reached": _("nådda personer"),
            "staff": _("personal som deltog"),
        },
        (occasions.Activity, "asks"): _ASKS,
        (occasions.Activity, "exposure"): {
            "children": _("barn"),
            "participants_data": _("deltagares uppgifter som ligger öppna"),
        },
        (surveys.Survey, "kind"): {
            "user_survey": _("brukarundersökning"),
            "need_inventory": _("behovsinventering"),
            "self_assessment": _("självskattning"),
        },
        (surveys.Survey, "languages"): LANGUAGES,
        (surveys.Survey, "splits"): _ASKS,
        (incidents.Telling, "of"): {
            "threat": _("hot eller våld"),
            "accident": _("olycka"),
            "near_miss": _("tillbud"),
            "complaint": _("klagomål"),
            "lex_sarah": _("missförhållande (lex Sarah)"),
            "child_concern": _("oro för ett barn"),
        },
    },
    units={
        (incidents.Telling, "within_days"): "days",
    },
)
