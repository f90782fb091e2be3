"""Words for places that are handed out: night places, training places, and the steps in them."""

from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import places
from samsyn.web.agreements.presenters.terms.base import Vocabulary
from samsyn.web.agreements.presenters.terms.operations import WEEKDAYS

VOCABULARY = Vocabulary(
    families={
        "pool": _("Platser"),
        "intake_point": _("Inskrivningsställe"),
        "extra_places": _("Extra platser"),
        "step": _("Steg i en placering"),
    },
    labels={
        places.Quarantine: {
            "nights": _("Nätter"),
            "after_early_departure": _("När någon slutar i förtid"),
            "after_no_show": _("När någon inte kom"),
            "after_extra_night": _("Efter en extra natt"),
            "after_special_event": _("Efter en plats vid en särskild händelse"),
            "across_pools": _("Gäller mellan platser av olika slag"),
            "holds_on_extra_nights": _("Hindrar också en extra plats"),
        },
        places.Pool: {
            "kind": _("Slag"),
            "places": _("Antal platser"),
            "by": _("Drivs av"),
            "reserved_for": _("Avsatta för"),
            "sexes": _("Kön som den enskilde uppger"),
            "part_of": _("Räknas in i"),
            "nights": _("En plats gäller"),
            "months": _("En plats gäller högst"),
            "quarantine": _("Karens"),
            "extension": _("Förlängning av en plats"),
            "extension_needs": _("Vilka som ska vara överens om förlängning"),
            "intake": _("Inskrivning"),
            "intake_only_there": _("Inskrivning sker bara där"),
            "order": _("Turordning"),
            "latest_arrival": _("Platsen går vidare om gästen inte har kommit klockan"),
            "override_by": _("Får göra undantag från karens och avstängning"),
            "tracks": _("Arbetsplatser att välja mellan"),
        },
        places.IntakePoint: {
            "name": _("Namn"),
            "pools": _("Skriver in till"),
            "by": _("Finns hos"),
            "days": _("Dagar"),
            "opens": _("Öppnar"),
            "closes": _("Stänger"),
        },
        places.ExtraPlaces: {
            "pool": _("Utöver"),
            "triggers": _("När"),
            "decided_by": _("Bestäms av"),
            "threshold": _("Gräns"),
            "season_first": _("Säsongen börjar"),
            "season_last": _("Säsongen slutar"),
        },
        places.Step: {
            "pool": _("Gäller"),
            "kind": _("Steg"),
            "at_least": _("Minst antal gånger"),
            "with_functions": _("Tillsammans med"),
            "by": _("Ses till av"),
            "at": _("När"),
            "days": _("Senast"),
            "together": _("Hur de träffas"),
        },
    },
    words={
        (places.Quarantine, "after_early_departure"): {
            "full": _("full karens från det planerade slutet"),
            "none": _("ingen karens"),
            "from_departure": _("karens räknas från dagen någon slutar"),
        },
        (places.Quarantine, "after_no_show"): {
            "full": _("full karens från det planerade slutet"),
            "none": _("ingen karens"),
            "from_departure": _("karens räknas från den första natten"),
        },
        (places.Quarantine, "after_extra_night"): {"none": _("ingen karens"), "full": _("full karens")},
        (places.Quarantine, "after_special_event"): {"none": _("ingen karens"), "full": _("full karens")},
        (places.Quarantine, "across_pools"): {
            "all": _("ja, för alla platser"),
            "same_pool": _("nej, bara platser av samma slag"),
        },
        (places.Quarantine, "holds_on_extra_nights"): {True: _("ja"), False: _("nej")},
        (places.Pool, "kind"): {"night": _("nattplatser"), "training": _("arbetsträningsplatser")},
        (places.Pool, "extension"): {
            "none": _("ingen"),
            "joint_decision": _("efter gemensamt beslut"),
            "coordinator": _("samordnaren beslutar"),
        },
        (places.Pool, "sexes"): {
            "woman": _("kvinna"),
            "man": _("man"),
            "other": _("annat"),
            "not_stated": _("inte uppgivet"),
        },
        (places.Pool, "order"): {
            "arrival": _("den som kom först"),
            "priority": _("den som har ett antecknat skäl, sedan den som kom först"),
            "lottery": _("lottning"),
        },
        (places.IntakePoint, "days"): WEEKDAYS,
        (places.ExtraPlaces, "triggers"): {
            "cold_night": _("extra kall natt"),
            "special_event": _("särskild händelse"),
        },
        (places.Step, "kind"): {
            "introduction": _("introduktion"),
            "follow_up": _("uppföljningssamtal"),
            "self_assessment": _("självskattning"),
            "closing": _("avslutande samtal"),
            "individual_plan": _("individuell plan"),
            "next_step": _("nästa steg"),
        },
        (places.Step, "at"): {"start": _("i början"), "during": _("under tiden"), "end": _("i slutet")},
        (places.Step, "together"): {True: _("i ett gemensamt samtal"), False: _("var för sig, om de vill")},
    },
    units={
        (places.Pool, "nights"): "nights",
        (places.Pool, "months"): "months",
        (places.Quarantine, "nights"): "nights",
        (places.Step, "days"): "days",
    },
)
